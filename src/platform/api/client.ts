import type { Problem } from '#domain/api/problem.ts';
import { noteMetCode } from '#platform/page/tried.ts';

/** The server answered with an error that a person can read. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
  }
}

/** No answer came: no signal, a server that is starting, a connection that broke. Nothing is known about the effect. */
export class OfflineError extends Error {
  override name = 'OfflineError';
}

interface Options {
  /** Makes a repeated POST safe: the same key and body has one effect. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** How long to wait for an answer on a slow network before saying so, ms. */
const PATIENCE_MS = 30_000;

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  options: Options = {},
): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  headers['Accept-Language'] = document.documentElement.lang;
  const abort = new AbortController();
  options.signal?.addEventListener('abort', () => abort.abort());
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: abort.signal,
    });
    text = await response.text();
  } catch (cause) {
    throw new OfflineError(path, { cause });
  } finally {
    clearTimeout(timer);
  }
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  if (response.headers.get('Content-Type')?.includes('application/problem+json')) {
    const problem = JSON.parse(text) as Problem;
    // What a page looks up for itself is nothing that somebody met.
    if (method !== 'GET') noteMetCode(problem.code);
    throw new ApiError(problem);
  }
  // A gateway's own error page says nothing about the effect: treat it as no answer.
  throw new OfflineError(`${path} ${response.status}`);
}

/** The server's API. Errors are `ApiError` (the server says why) or `OfflineError` (no answer). */
export const api = {
  get: <T>(path: string, options?: Options) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown, options?: Options) => call<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown, options?: Options) =>
    call<T>('PATCH', path, body, options),
  delete: (path: string) => call<void>('DELETE', path),
};
