import type { DetailedError } from 'tus-js-client';

/** Nothing has moved on the line for a while. */
export class StalledError extends Error {
  override name = 'StalledError';
}

/** All bytes are with the server, and it has not said yet what they are worth: asked again soon. */
export class UnfinishedError extends Error {
  override name = 'UnfinishedError';
}

/** The status that the server refused with; 0 where no answer came. */
export const statusOf = (error: unknown): number =>
  error instanceof Error && 'originalResponse' in error
    ? ((error as DetailedError).originalResponse?.getStatus() ?? 0)
    : 0;

const isTus = (error: unknown) => error instanceof Error && 'originalRequest' in error;

/** What the server calls its refusal, where it said so. */
export function codeOf(error: unknown): string | undefined {
  if (!isTus(error)) return undefined;
  try {
    const body = (error as DetailedError).originalResponse?.getBody() ?? '';
    return (JSON.parse(body) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

/** A busy server, a lock, another's turn, a server's fault: may pass. A refusal does not. */
const isPassing = (status: number) =>
  status < 400 || status >= 500 || [408, 409, 423, 425, 429].includes(status);

/** As the library judges by itself: no answer, a busy server or a server's fault may pass, a refusal does not. */
export const isWorthAnother = (error: Error | DetailedError): boolean =>
  isPassing(statusOf(error)) && !FINAL.includes(codeOf(error) ?? '');

/** The claim was sent without it, or there are too many: another try would be refused in the same way. */
const FINAL = ['draft-submitted', 'photos-too-many', 'idempotency-key-reused'];

/** Whether an error of `sendFile` may pass by itself: it goes again when there is a line, without being asked. */
export function isOffline(error: unknown): boolean {
  if (navigator.onLine === false) return true;
  if (error instanceof StalledError || error instanceof UnfinishedError) return true;
  // The code that sends could not be loaded, or no answer came.
  return isTus(error) ? isWorthAnother(error as Error) : error instanceof TypeError;
}

/** The server knows nothing of this upload any more: it begins anew. */
export const isForgotten = (error: unknown): boolean =>
  [404, 410].includes(statusOf(error)) || codeOf(error) === 'idempotency-key-reused';

export const isTooLarge = (error: unknown): boolean => statusOf(error) === 413;
