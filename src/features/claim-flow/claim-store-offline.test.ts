import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft, DraftChange } from '#domain/api/draft.ts';
import { hospital } from '#domain/claims/hospital.ts';
import { withPhoto } from '#domain/drafts/kept-photos.ts';
import { draftServer, empty } from '../../../test/support/draft-server.ts';
import { fakeFetch, ok, problem } from '../../../test/support/fake-fetch.ts';
import { createPageVault, VaultFullError, type Vault } from '#platform/storage/vault.ts';
import { ConflictError } from './claim-state.ts';
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

describe('a claim on a phone without a signal', () => {
  /** The page is opened anew: all that is left is what the phone has kept. */
  const reopened = async (before?: { getState: () => { close: () => void } }) => {
    before?.getState().close();
    const claim = createClaimStore(hospital);
    const opening = claim.getState().open();
    await vi.advanceTimersByTimeAsync(3000);
    await opening;
    return claim;
  };

  it('begins, and is made on the server once, when the signal comes', async () => {
    const server = draftServer();
    server.state.isOffline = true;
    const posts: string[] = [];
    let isMade = false;
    fakeFetch({
      ...server.routes,
      'GET /api/drafts': () => (server.state.isOffline ? 'offline' : ok({ drafts: [] })),
      'POST /api/drafts': () => {
        const headers = vi.mocked(globalThis.fetch).mock.calls.at(-1)?.[1]?.headers;
        posts.push((headers as Record<string, string>)['Idempotency-Key'] ?? '');
        // The first answer is lost on its way back.
        if (isMade) return { status: 201, body: server.draft() };
        isMade = true;
        return 'offline';
      },
    });
    const claim = await reopened();
    expect(claim.getState()).toMatchObject({ status: 'ready', save: 'waiting' });
    claim.getState().answer('cause', 'illness');
    server.state.isOffline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(claim.getState().save).toBe('saved');
    expect(server.draft().answers).toEqual({ cause: 'illness' });
    expect(new Set(posts).size).toBe(1);
    expect(posts).toHaveLength(2);
  });

  it('has every answer after a dead battery, and sends them when the signal comes', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = await reopened();
    server.state.isOffline = true;
    claim.getState().answer('cause', 'accident');
    await vi.advanceTimersByTimeAsync(100);
    const again = await reopened(claim);
    expect(again.getState()).toMatchObject({ answers: { cause: 'accident' }, save: 'waiting' });
    server.state.isOffline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.draft().answers).toEqual({ cause: 'accident' });
  });

  it('keeps "send", asks once more when the signal is back, and sends once', async () => {
    const server = draftServer({ ...empty, answers: { cause: 'illness' } });
    let claims = 0;
    fakeFetch({
      ...server.routes,
      'POST /api/claims': () => {
        if (server.state.isOffline) return 'offline';
        claims += 1;
        return { status: 201, body: { id: 'c1' } };
      },
    });
    const claim = await reopened();
    server.state.isOffline = true;
    await expect(claim.getState().submit()).rejects.toThrow();
    expect(claim.getState().outbox).toBe('waiting');
    const again = await reopened(claim);
    expect(again.getState().outbox).toBe('waiting');
    server.state.isOffline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(again.getState().outbox).toBe('ask');
    expect(claims).toBe(0);
    await again.getState().submit();
    expect(claims).toBe(1);
    // It was sent: nothing of it stays on the phone.
    expect(await vault.read('claim/hospital')).toBeUndefined();
  });

  it('shows two answers to one question side by side, and sends nothing before the choice', async () => {
    const server = draftServer();
    fakeFetch({ ...server.routes, 'POST /api/claims': { status: 201, body: { id: 'c1' } } });
    const claim = await reopened();
    server.state.isOffline = true;
    claim.getState().answer('admittedOn', '2026-11-01');
    server.changeElsewhere({ admittedOn: '2026-11-02' });
    await vi.advanceTimersByTimeAsync(100);
    server.state.isOffline = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(claim.getState().conflicts).toEqual({
      admittedOn: { mine: '2026-11-01', theirs: '2026-11-02' },
    });
    await expect(claim.getState().submit()).rejects.toBeInstanceOf(ConflictError);
    claim.getState().choose('admittedOn', 'mine');
    await claim.getState().saveNow();
    expect(server.draft().answers).toEqual({ admittedOn: '2026-11-01' });
    expect(claim.getState().conflicts).toEqual({});
  });

  it('begins a new one where it was sent from another phone, and says so', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = await reopened();
    claim.getState().answer('cause', 'illness');
    await claim.getState().saveNow();
    claim.getState().close();
    const next: Draft = { ...empty, id: 'd2' };
    fakeFetch({
      'GET /api/drafts': ok({ drafts: [] }),
      'GET /api/drafts/d1': ok(server.draft()),
      'POST /api/drafts': { status: 201, body: next },
    });
    const again = await reopened();
    expect(again.getState()).toMatchObject({ wasSentElsewhere: true, answers: {} });
    expect(again.getState().draft?.id).toBe('d2');
  });

  it('says how many photos came too late for what was sent from another phone, and keeps none of them', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = await reopened();
    await claim.getState().saveNow();
    const photo = { key: 'p1', field: 'invoicePhotos', name: 'a.jpg', type: 'image/jpeg' };
    claim.keeper.apply((kept) => withPhoto(kept, photo));
    await claim.keeper.settled();
    await vault.writeBytes('photo/p1', new ArrayBuffer(3));
    await vault.writeBytes('photo/p1/made', new ArrayBuffer(2));
    fakeFetch({
      'GET /api/drafts': ok({ drafts: [] }),
      'GET /api/drafts/d1': ok(server.draft()),
      'POST /api/drafts': { status: 201, body: { ...empty, id: 'd2' } },
    });
    // The upload was refused: which claim is it now?
    await claim.getState().meet();
    expect(claim.getState()).toMatchObject({ wasSentElsewhere: true, leftBehind: 1 });
    expect(claim.keeper.claim().photos).toEqual([]);
    expect(await vault.readBytes('photo/p1')).toBeUndefined();
    expect(await vault.readBytes('photo/p1/made')).toBeUndefined();
  });

  it('keeps all answers when the server has lost the draft', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = await reopened();
    claim.getState().answer('cause', 'illness');
    await claim.getState().saveNow();
    claim.getState().close();
    let made: Draft = { ...empty, id: 'd2' };
    fakeFetch({
      'GET /api/drafts': ok({ drafts: [] }),
      'GET /api/drafts/d1': problem(404, 'not-found', 'x'),
      'POST /api/drafts': { status: 201, body: made },
      'PATCH /api/drafts/d2': ({ body }) => {
        const { changes } = body as { changes: DraftChange[] };
        const answers = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
        made = { ...made, version: 2, answers: answers as Draft['answers'] };
        return ok(made);
      },
    });
    const again = await reopened();
    await again.getState().saveNow();
    expect(made.answers).toEqual({ cause: 'illness' });
  });

  it('says that the phone is full, and keeps the answers in the page', async () => {
    const server = draftServer();
    fakeFetch(server.routes);
    const claim = await reopened();
    vi.spyOn(vault, 'update').mockRejectedValue(new VaultFullError('full'));
    claim.getState().answer('cause', 'illness');
    await claim.getState().saveNow();
    expect(claim.getState()).toMatchObject({ place: 'full', answers: { cause: 'illness' } });
    expect(server.draft().answers).toEqual({ cause: 'illness' });
  });
});
