import type { PaperKind } from '#domain/papers/read/types.ts';
import type { PhotoAdvice, PhotoSubject } from '#domain/photo/types.ts';

export interface PrepareOptions {
  /** Quarter turns clockwise, on top of what the camera has written into the photo. */
  turns?: 0 | 1 | 2 | 3;
  /** The paper that was asked for, where only one kind will do: without it `other-paper` is never said. */
  paper?: PaperKind;
  /** What was asked for; of a scene little is said. A paper where nothing else is given. */
  subject?: PhotoSubject;
  /** Told what there is to say as soon as that is known: packing the photo takes longer than looking at it. */
  onAdvice?: (advice: PhotoAdvice) => void;
  /**
   * `look` of the photos that the same question has already. Only for a question that asks for both sides of a card:
   * without it `next-page` is never said.
   */
  besides?: readonly string[];
  signal?: AbortSignal;
}

export interface PreparedPhoto {
  /** What is sent: an upright JPEG of about 0.4 MB, or the file as it was chosen where this device cannot make one. */
  file: File;
  /** Of what is sent, points; 0 where this device cannot open it (a PDF, HEIC on most phones). */
  width: number;
  height: number;
  /** null: nothing to say, which is not the same as good. */
  advice: PhotoAdvice | null;
  /** SHA-256 of the file as it was chosen, 64 hex digits: the same photo twice has the same, whatever its name; '' where the phone can no longer read it. */
  hash: string;
  /** What it looks like, 16 hex digits, for `besides` of the next one; '' where it could not be opened. */
  look: string;
}

const nameOf = (file: File): string => `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`;

/** Rejects as soon as the signal says so; the work itself ends by itself. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('no longer wanted', 'AbortError'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Makes a chosen photo ready to be sent: looks at it, turns it upright and makes it small, on the phone and beside the
 * page. What cannot be opened here comes back as it is: the server opens more kinds than a phone does. The file that
 * was chosen is left alone; keep it until the server has what is sent.
 * @throws DOMException AbortError when `signal` says so; a network's error where this code cannot be loaded
 */
export async function preparePhoto(
  file: File,
  { turns = 0, subject = 'paper', paper, onAdvice, besides = [], signal }: PrepareOptions = {},
): Promise<PreparedPhoto> {
  const [{ photoJob }, { isSameLook }] = await orAborted(
    Promise.all([import('./photo-jobs.ts'), import('#domain/photo/look.ts')]),
    signal,
  );
  const { hash, made } = await orAborted(
    photoJob({ file, turns, subject, paper }, (advice) => {
      if (!signal?.aborted) onAdvice?.(advice);
    }),
    signal,
  );
  if (!made) return { file, width: 0, height: 0, advice: null, hash, look: '' };
  const { blob, width, height, look } = made;
  const isSameSide = besides.some((other) => isSameLook(other, look));
  return {
    file: blob ? new File([blob], nameOf(file), { type: 'image/jpeg' }) : file,
    width,
    height,
    advice: made.advice ?? (isSameSide ? 'next-page' : null),
    hash,
    look,
  };
}
