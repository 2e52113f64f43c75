import { vi } from 'vitest';

/** One call that the page has made. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
}

/** What the server answers: a body for 200, nothing for 204, or a status with a body; `offline` breaks the connection. */
export type Answer = { status: number; body?: unknown } | 'offline';
export type Routes = Record<string, Answer | ((call: Call) => Answer)>;

/** 200 with this body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };

/** An error as the API answers: RFC 9457. */
export function problem(
  status: number,
  code: string,
  detail: string,
  errors?: { field: string; detail: string }[],
): Answer {
  return {
    status,
    body: {
      type: `urn:silverlane:problem:${code}`,
      title: code,
      status,
      code,
      detail,
      errors: errors?.map((error) => ({ code, ...error })),
    },
  };
}

/**
 * Puts a server of a few answers in the place of the network: keys are `METHOD path` without the query. Gives the
 * list of calls made; a call that no key expects fails the test by name. Undone after each test by vitest.
 */
export function fakeFetch(routes: Routes): Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method, path: url.pathname + url.search, body };
    calls.push(call);
    const route = routes[`${method} ${call.path}`] ?? routes[`${method} ${url.pathname}`];
    if (!route) throw new Error(`nobody expected ${method} ${call.path}`);
    const answer = typeof route === 'function' ? route(call) : route;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: { 'Content-Type': type },
    });
  });
  return calls;
}
