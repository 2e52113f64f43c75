/** What a service behind HTTP answered, or that it could not be reached after all tries. */
export class HttpCallError extends Error {
  override name = 'HttpCallError';
}

export interface HttpCall {
  method: 'GET' | 'POST';
  url: string;
  token?: string;
  /** Media types that the caller understands; JSON unless said otherwise. */
  accept?: string;
  body?: unknown;
  /** Sent as it is, in place of a body of JSON. */
  file?: { bytes: Uint8Array; type: string };
  /** Makes a POST safe to repeat. */
  idempotencyKey?: string;
  /** ms for one try. */
  timeoutMs?: number;
  /** Tries in all; only for what may be repeated. */
  tries?: number;
}

/** Answers worth asking for again: overload and passing trouble. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

async function tryOnce(call: HttpCall): Promise<Response> {
  return fetch(call.url, {
    method: call.method,
    redirect: 'error',
    signal: AbortSignal.timeout(call.timeoutMs ?? 3000),
    headers: {
      accept: call.accept ?? 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.file ? { 'content-type': call.file.type } : {}),
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.file ? { body: new Blob([new Uint8Array(call.file.bytes)]) } : {}),
  });
}

/**
 * Calls a service with a time limit for each try and a short pause between tries.
 * @returns the answer, also one that refuses (4xx)
 * @throws HttpCallError when it was not reached or kept failing; the message holds the address's host and no content
 */
export async function callHttp(call: HttpCall): Promise<Response> {
  const tries = call.tries ?? 3;
  const host = new URL(call.url).host;
  for (let attempt = 1; ; attempt += 1) {
    let why: string;
    let cause: unknown;
    try {
      const response = await tryOnce(call);
      if (!isPassing(response.status)) return response;
      await response.body?.cancel();
      why = `answered ${response.status}`;
    } catch (error) {
      why =
        error instanceof Error && error.name === 'TimeoutError'
          ? 'did not answer in time'
          : 'could not be reached';
      cause = error;
    }
    if (attempt >= tries) throw new HttpCallError(`${host} ${why} (${tries} tries)`, { cause });
    await new Promise((resolve) =>
      setTimeout(resolve, 100 * 2 ** attempt * (0.75 + Math.random() / 2)),
    );
  }
}
