import type { HttpResponse, Upload } from 'tus-js-client';
import type { DocumentReason, DocumentState } from '#domain/api/draft.ts';
import { MAX_UPLOAD_BYTES } from './limits.ts';
import { isWorthAnother, StalledError, UnfinishedError } from './send-errors.ts';

/** A file is sent in about so many pieces, each acknowledged: progress that moves, and a cut costs one of them. */
const PIECES = 6;
const PIECE_BYTES = { least: 64 * 1024, most: 1024 * 1024 };

/** How long to wait before each further try, ms. After these the queue waits and says so. */
const RETRY_MS = [0, 1000, 3000];

/** A line on which nothing has moved for so long, ms, is dead, whatever the phone says of it. */
const STALL_MS = 45_000;

export interface SendOptions {
  draftId: string;
  /** The answer that it belongs to: one of kind photos or statement. */
  field: string;
  /** One key, one upload, however often it is begun: the answer to the first try may have been lost. */
  onceKey?: string;
  /** Where an earlier try stands: it goes on from there. */
  uploadUrl?: string;
  /** Where this one stands, once the server has begun it. */
  onUrl?: (url: string) => void;
  /** 0 to 1: what the server has acknowledged, never what has merely left. */
  onProgress?: (share: number) => void;
  /** Stops sending. What the server has of it stays there: `dropUpload` takes it away. */
  signal?: AbortSignal;
}

/** What the server has said: the file is on its disk, and this is what it is worth. */
export interface Sent {
  documentId: string;
  state: DocumentState;
  reason?: DocumentReason;
  /** It was here already: nothing was added, and this is the document that it is. */
  isSame: boolean;
}

/** Brings the code that sends, before the first photo is taken. @throws the network's error */
export const loadUpload = () => import('tus-js-client');

const idOf = (url: string | null) =>
  new URL(url ?? '', location.href).pathname.split('/').pop() ?? '';

/** @throws UnfinishedError when the bytes are there and nobody has looked at them yet */
function readSent(upload: Upload, response: HttpResponse): Sent {
  const state = response.getHeader('Document-State') as DocumentState | undefined;
  if (!state) throw new UnfinishedError('not looked at yet');
  const same = response.getHeader('Document-Same-As');
  const reason = response.getHeader('Document-Reason') as DocumentReason | undefined;
  return {
    documentId: same ?? idOf(upload.url),
    state,
    ...(reason ? { reason } : {}),
    isSame: same !== undefined,
  };
}

/**
 * Sends one file (a photo, a paper, a recording of up to 25 MB) by the tus protocol, picking up after a break where the
 * server stands. The bytes must be the same ones at each try. The code of the protocol is loaded on demand.
 * @returns once the server has said that it has all of it
 * @throws the line's error, to be judged by `isOffline`, `isForgotten` and `isTooLarge`; AbortError when `signal` says so
 */
export async function sendFile(file: File, options: SendOptions): Promise<Sent> {
  const { draftId, field, onceKey, uploadUrl, onUrl, onProgress, signal } = options;
  const { Upload: TusUpload } = await loadUpload();
  const piece = Math.ceil(file.size / PIECES);
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      settle();
    };
    const giveUp = (error: Error) =>
      end(() => {
        void upload.abort();
        reject(error);
      });
    const stop = () => giveUp(new DOMException('taken away', 'AbortError'));
    const isAlive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new StalledError('nothing moves')), STALL_MS);
    };
    const upload: Upload = new TusUpload(file, {
      // Resuming never begins another one by itself: a server that is just starting has not forgotten this one.
      ...(uploadUrl ? { uploadUrl } : { endpoint: '/api/uploads' }),
      chunkSize: Math.min(PIECE_BYTES.most, Math.max(PIECE_BYTES.least, piece)),
      retryDelays: RETRY_MS,
      // Without a signal there is no use in trying: the page waits for the signal and says so.
      onShouldRetry: (error) => navigator.onLine !== false && isWorthAnother(error),
      // Nothing of the file's name or content is left in the phone's storage.
      storeFingerprintForResuming: false,
      headers: onceKey ? { 'Idempotency-Key': onceKey } : {},
      metadata: { draftId, field, filename: file.name.slice(0, 100), filetype: file.type },
      onProgress: isAlive,
      onChunkComplete: (_bytes, accepted, total) => onProgress?.(total ? accepted / total : 0),
      onUploadUrlAvailable: () => {
        isAlive();
        if (upload.url && upload.url !== uploadUrl) onUrl?.(upload.url);
      },
      onSuccess: ({ lastResponse }) =>
        end(() => {
          try {
            resolve(readSent(upload, lastResponse));
          } catch (error) {
            reject(error as Error);
          }
        }),
      onError: (error) => end(() => reject(error)),
    });
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    isAlive();
    upload.start();
  });
}

/** Takes away what the server has of an upload, as long as it is not part of a claim. Quietly: it is no loss if it stays. */
export async function dropUpload(uploadUrl: string): Promise<void> {
  await fetch(uploadUrl, {
    method: 'DELETE',
    credentials: 'same-origin',
    headers: { 'Tus-Resumable': '1.0.0' },
  }).catch(() => undefined);
}

/** Where the server keeps an upload, by the document that it became. */
export const uploadUrlOf = (documentId: string) => `/api/uploads/${documentId}`;

/** Whether a file is larger than the server takes. */
export const isTooLargeToSend = (file: Blob) => file.size > MAX_UPLOAD_BYTES;
