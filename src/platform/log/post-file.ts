import type { ConversationFile } from '#domain/api/conversation.ts';
import type { Problem } from '#domain/api/problem.ts';
import { ApiError, OfflineError } from '#platform/api/client.ts';

/** Ten megabytes over a village's network, ms. */
const PATIENCE_MS = 180_000;

/**
 * Brings a photo or a voice note to the conversation; a message that names it follows.
 * @param key of this file, the same for every try
 * @throws ApiError or OfflineError, as `api` does
 */
export async function postFile(
  path: string,
  bytes: ArrayBuffer,
  type: string,
  key: string,
): Promise<ConversationFile> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': type,
        'Idempotency-Key': key,
        'Accept-Language': document.documentElement.lang,
      },
      credentials: 'same-origin',
      body: bytes,
      signal: abort.signal,
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as ConversationFile;
    if (response.headers.get('Content-Type')?.includes('application/problem+json')) {
      throw new ApiError(JSON.parse(text) as Problem);
    }
    throw new OfflineError(`${path} ${response.status}`);
  } catch (cause) {
    if (cause instanceof ApiError || cause instanceof OfflineError) throw cause;
    throw new OfflineError(path, { cause });
  } finally {
    clearTimeout(timer);
  }
}
