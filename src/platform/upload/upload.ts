import type { DetailedError, Upload } from 'tus-js-client';

/** What the server takes at most in one file, bytes: the same figure as its own limit. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** Pieces of this size, bytes: a cut on a slow line loses at most one of them. */
const CHUNK_BYTES = 512 * 1024;

/** How long to wait before each further try, ms: a lift, a tunnel, a server that starts anew. */
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000];

export interface SendOptions {
  draftId: string;
  field: string;
  /** Where an earlier try stands: it goes on from there. */
  uploadUrl?: string;
  /** Where this one stands, once the server has begun it. */
  onUrl?: (url: string) => void;
  /** 0 to 1: what the server has acknowledged, never what has merely left. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

/** Brings the code that sends, before the first photo is taken. @throws the network's error */
export const loadUpload = () => import('tus-js-client');

/**
 * Sends a file by the tus protocol, picking up after a break where the server stands. Loaded on demand.
 * @returns the upload's id once the server says that it has all of it
 * @throws Error with `status` 413 when it is too large, or when the line stays down through all tries
 */
export async function sendFile(
  file: File,
  { draftId, field, uploadUrl, onUrl, onProgress, signal }: SendOptions,
): Promise<string> {
  const { Upload: TusUpload } = await loadUpload();
  return new Promise((resolve, reject) => {
    const upload: Upload = new TusUpload(file, {
      endpoint: '/api/uploads',
      uploadUrl,
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_MS,
      // Without a signal there is no use in trying: the page waits for the signal and says so.
      onShouldRetry: (error) => navigator.onLine !== false && isWorthAnother(error),
      // Nothing of the file's name or content is left in the phone's storage.
      storeFingerprintForResuming: false,
      metadata: { draftId, field, filename: file.name.slice(0, 100), filetype: file.type },
      onProgress: (sent, total) => onProgress(total ? sent / total : 0),
      onUploadUrlAvailable: () => {
        if (upload.url && upload.url !== uploadUrl) onUrl?.(upload.url);
      },
      onSuccess: () =>
        resolve(new URL(upload.url ?? '', location.href).pathname.split('/').pop() ?? ''),
      onError: reject,
    });
    signal?.addEventListener('abort', () => {
      void upload.abort(true);
      reject(new DOMException('taken away', 'AbortError'));
    });
    upload.start();
  });
}

const statusOf = (error: Error | DetailedError): number =>
  ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;

/** As the library judges by itself: no answer, a busy server or a server's fault may pass, a refusal does not. */
function isWorthAnother(error: Error | DetailedError): boolean {
  const status = statusOf(error);
  return status < 400 || status >= 500 || status === 409 || status === 423;
}

/** Whether an error of `sendFile` means that no answer came, so that it goes by itself when there is a signal. */
export function isOffline(error: unknown): boolean {
  if (navigator.onLine === false) return true;
  const isTus = error instanceof Error && 'originalRequest' in error;
  return isTus && statusOf(error) === 0;
}

/**
 * Runs work that two tabs must not do at once, such as sending the same photo; at once where the browser has no locks.
 * Where another tab is at it, this one waits for it to end.
 */
export async function sendAlone(name: string, work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return work();
  await locks.request(`silverlane ${name}`, work);
}
