import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hospital } from '#domain/claims/hospital.ts';
import { draftServer, empty } from '../../../test/support/draft-server.ts';
import {
  fakeFetch,
  noContent,
  ok,
  problem,
  type Answer,
} from '../../../test/support/fake-fetch.ts';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';
import { createClaimStore as createStoreOn } from './claim-store.ts';

/** The phone's store; a reload is a new claim store on the same one. */
let vault: Vault;
const createClaimStore = (flow: typeof hospital) =>
  createStoreOn(flow, () => Promise.resolve(vault));

beforeEach(() => {
  vi.useFakeTimers();
  vault = createPageVault();
});
afterEach(() => void vi.useRealTimers());

describe('a claim in the making', () => {
  it('goes on with the draft that was left open', async () => {
    const server = draftServer({ ...empty, answers: { cause: 'illness' } });
    fakeFetch(server.routes);
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    expect(claim.getState()).toMatchObject({ status: 'ready', answers: { cause: 'illness' } });
  });

  it('begins a new draft where none is open', async () => {
    const calls = fakeFetch({
      'GET /api/drafts': ok({ drafts: [] }),
      'POST /api/drafts': { status: 201, body: empty },
    });
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    expect(claim.getState().draft?.id).toBe('d1');
    expect(calls.at(-1)?.body).toEqual({ flow: 'hospital' });
  });

  it('says so when it cannot be opened, and opens when asked again', async () => {
    const server = draftServer();
    let isBroken = true;
    fakeFetch({
      ...server.routes,
      'GET /api/drafts': () =>
        isBroken ? problem(500, 'internal', 'x') : server.routes['GET /api/drafts'](),
    });
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    expect(claim.getState().status).toBe('failed');
    isBroken = false;
    await claim.getState().open();
    expect(claim.getState().status).toBe('ready');
  });

  it('keeps what is answered without a signal and saves it when the signal returns', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    server.state.isOffline = true;
    claim.getState().answer('cause', 'accident');
    await vi.advanceTimersByTimeAsync(100);
    expect(claim.getState()).toMatchObject({ save: 'waiting', answers: { cause: 'accident' } });
    expect(server.draft().answers).toEqual({});
    server.state.isOffline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(claim.getState().save).toBe('saved');
    expect(server.draft().answers).toEqual({ cause: 'accident' });
  });

  it('keeps both when another phone has changed the same draft', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    server.changeElsewhere({ admittedOn: '2026-11-02' });
    claim.getState().answer('cause', 'illness');
    await claim.getState().saveNow();
    expect(server.draft().answers).toEqual({ cause: 'illness', admittedOn: '2026-11-02' });
    expect(claim.getState()).toMatchObject({
      wasChangedElsewhere: true,
      answers: { cause: 'illness', admittedOn: '2026-11-02' },
    });
  });

  it('sends every answer given while an earlier one was on its way', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    for (const value of ['illness', 'accident', 'illness']) claim.getState().answer('cause', value);
    claim.getState().answer('discharged', false);
    await claim.getState().saveNow();
    expect(server.draft().answers).toEqual({ cause: 'illness', discharged: false });
  });

  it('submits under one key until something is changed, so that it is never sent twice', async () => {
    const server = draftServer();
    const keys: (string | null)[] = [];
    const answers: Answer[] = ['offline', problem(422, 'claim-incomplete', 'x'), noContent];
    fakeFetch({ ...server.routes, 'POST /api/claims': () => answers.shift() ?? noContent });
    const spied = vi.mocked(globalThis.fetch);
    const claim = createClaimStore(hospital);
    await claim.getState().open();
    const submit = async () => {
      await claim
        .getState()
        .submit()
        .catch(() => undefined);
      const headers = spied.mock.calls.at(-1)?.[1]?.headers as Record<string, string>;
      keys.push(headers['Idempotency-Key'] ?? null);
    };
    await submit();
    await submit();
    expect(keys[0]).toBe(keys[1]);
    claim.getState().answer('cause', 'illness');
    await submit();
    expect(keys[2]).not.toBe(keys[0]);
  });
});
