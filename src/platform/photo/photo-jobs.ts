import type { PhotoAdvice } from '#domain/photo/types.ts';
import { pageEasel } from './easels.ts';
import type { PhotoJob, PhotoJobDone, PhotoNews } from './looked-at.ts';
import { makePhoto } from './make-photo.ts';

/** After this the worker is given up and the page does the photo itself, ms. */
const PATIENCE_MS = 20_000;
/** A worker without work is ended after this, ms, so that its memory comes back. */
const IDLE_MS = 15_000;

let worker: Worker | undefined;
let isWorkerUsable = true;
let idle: ReturnType<typeof setTimeout> | undefined;
/** One photo after the other: two opened at once would be twice 48 MB. */
let line: Promise<unknown> = Promise.resolve();

function endWorker(): void {
  worker?.terminate();
  worker = undefined;
}

const canWork = (): boolean =>
  isWorkerUsable && typeof Worker === 'function' && typeof OffscreenCanvas === 'function';

type OnAdvice = (advice: PhotoAdvice) => void;

function inWorker(job: PhotoJob, onAdvice: OnAdvice): Promise<PhotoJobDone> {
  clearTimeout(idle);
  worker ??= new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  const mine = worker;
  return new Promise<PhotoJobDone>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the worker does not answer')), PATIENCE_MS);
    mine.onmessage = ({ data }: MessageEvent<PhotoNews>) => {
      if ('advice' in data) return onAdvice(data.advice);
      clearTimeout(timer);
      resolve(data.done);
    };
    mine.onerror = () => {
      clearTimeout(timer);
      reject(new Error('the worker does not start'));
    };
    mine.postMessage(job);
  }).finally(() => {
    idle = setTimeout(endWorker, IDLE_MS);
  });
}

async function once(job: PhotoJob, onAdvice: OnAdvice): Promise<PhotoJobDone> {
  if (canWork()) {
    try {
      const done = await inWorker(job, onAdvice);
      // Some workers have a canvas that cannot be drawn on, or open fewer kinds of photos than an `img` does.
      if (done.made || !job.file.type.startsWith('image/')) return done;
    } catch {
      // An old browser without module workers: the page does it, now and for the photos after.
      endWorker();
      isWorkerUsable = false;
    }
  }
  return makePhoto(job, pageEasel(), onAdvice);
}

/**
 * Has a photo made in a worker, or in the page where there is none; one at a time.
 * @param onAdvice told what there is to say of it as soon as that is known
 */
export function photoJob(job: PhotoJob, onAdvice: OnAdvice): Promise<PhotoJobDone> {
  const done = line.then(() => once(job, onAdvice));
  line = done.catch(() => undefined);
  return done;
}
