import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHelpStore } from './help-store.ts';

const context = { page: '/claims/new', mode: 'senior' };
const request = { conversationId: 'c1', state: 'waiting', position: 2, waitSeconds: null };
const answer = () => Promise.resolve(new Response(JSON.stringify(request), { status: 201 }));
const server = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>();

beforeEach(() => {
  sessionStorage.clear();
  server.mockReset();
  vi.stubGlobal('fetch', server);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  delete window.slHelp;
});

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

test('a tap without a signal is kept, and sent as soon as there is one', async () => {
  const store = createHelpStore();
  server.mockImplementation(offline);
  await store.getState().ask(context);
  expect(store.getState().help.status).toBe('kept');
  server.mockImplementation(answer);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.getState().help).toEqual({ status: 'accepted', request });
  expect(JSON.parse(String(server.mock.calls.at(-1)?.[1]?.body))).toEqual(context);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(server, 'and not again').toHaveBeenCalledTimes(2);
});

test('it is tried again by itself, more and more rarely, in silence', async () => {
  const store = createHelpStore();
  server.mockImplementation(offline);
  await store.getState().ask(context);
  const said: string[] = [];
  store.subscribe(({ help }) => said.push(help.status));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(server.mock.calls.length).toBeGreaterThan(4);
  expect(server.mock.calls.length).toBeLessThan(10);
  expect(new Set(said)).toEqual(new Set(['kept']));
});

test('the next page of the same window goes on with it, for half an hour', async () => {
  server.mockImplementation(offline);
  await createHelpStore().getState().ask(context);
  server.mockReset().mockImplementation(answer);
  window.slHelp = { state: 'idle' };
  const next = createHelpStore();
  next.getState().takeOver();
  await vi.advanceTimersByTimeAsync(0);
  expect(next.getState().help.status).toBe('accepted');

  sessionStorage.setItem('sl_asked', JSON.stringify({ at: Date.now() - 1_900_000, context }));
  const late = createHelpStore();
  late.getState().takeOver();
  expect(late.getState().help.status).toBe('idle');
});

test('a tap that the server has refused is not kept', async () => {
  const store = createHelpStore();
  const problem = { status: 500, code: 'internal' };
  const headers = { 'content-type': 'application/problem+json' };
  server.mockResolvedValue(new Response(JSON.stringify(problem), { status: 500, headers }));
  await store.getState().ask(context);
  expect(store.getState().help.status).toBe('failed');
  expect(sessionStorage.getItem('sl_asked')).toBeNull();
});
