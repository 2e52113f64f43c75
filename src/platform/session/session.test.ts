import { describe, expect, it } from 'vitest';
import { OfflineError } from '#platform/api/client.ts';
import { fakeFetch, noContent, ok, problem } from '../../../test/support/fake-fetch.ts';
import { createSessionStore } from './session.ts';

const customer = { id: 'c1', displayName: '王女士', maskedPhone: '138****0001', ageBand: '60to79' };

describe('Who is signed in', () => {
  it('is not known before the server was asked', () => {
    expect(createSessionStore().getState().customer).toBeUndefined();
  });

  it('is what the server says', async () => {
    fakeFetch({ 'GET /api/me': ok({ customer }) });
    const store = createSessionStore();
    await store.getState().refresh();
    expect(store.getState().customer).toEqual(customer);
  });

  it('is nobody when the server says so', async () => {
    fakeFetch({ 'GET /api/me': problem(401, 'sign-in-needed', '请先登录。') });
    const store = createSessionStore();
    await store.getState().refresh();
    expect(store.getState().customer).toBeNull();
  });

  it('stays as it was when the network fails', async () => {
    fakeFetch({ 'GET /api/me': 'offline' });
    const store = createSessionStore();
    store.getState().adopt({ ...customer, ageBand: '60to79' });
    await expect(store.getState().refresh()).rejects.toThrow(OfflineError);
    expect(store.getState().customer).toEqual(customer);
  });

  it('is nobody after signing out', async () => {
    const calls = fakeFetch({ 'DELETE /api/sessions': noContent });
    const store = createSessionStore();
    store.getState().adopt({ ...customer, ageBand: '60to79' });
    await store.getState().signOut();
    expect(calls).toHaveLength(1);
    expect(store.getState().customer).toBeNull();
  });
});
