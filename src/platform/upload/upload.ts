import type { Upload } from 'tus-js-client';

/** What the server takes at most in one file, bytes: the same figure as its own limit. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** Pieces of this size, bytes: a cut on a slow line loses at most one of them. */
const CHUNK_BYTES = 512 * 1024;

/** How long to wait before each further try, ms: a lift, a tunnel, a server that starts anew. */
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000];

export interface SendOptions {
  draftId: string;
  field: string;
  /** 0 to 1: what the server has acknowledged, never what has merely left. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a file by the tus protocol, picking up after a break where the server stands. Loaded on demand.
 * @returns the upload's id once the server says that it has all of it
 * @throws Error with `status` 413 when it is too large, or when the line stays down through all tries
 */
export async function sendFile(
  file: File,
  { draftId, field, onProgress, signal }: SendOptions,
): Promise<string> {
  const { Upload: TusUpload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const upload: Upload = new TusUpload(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_MS,
      // Nothing of the file's name or content is left in the phone's storage.
      storeFingerprintForResuming: false,
      metadata: { draftId, field, filename: file.name.slice(0, 100), filetype: file.type },
      onProgress: (sent, total) => onProgress(total ? sent / total : 0),
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
