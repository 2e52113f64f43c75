import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PaperReading } from '#domain/papers/read/types.ts';
import type { Log } from '../../parts.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';
import {
  NOTHING_READ,
  ReaderError,
  type Reader,
  type ReaderFigures,
  type ReaderState,
} from './reader.ts';

export interface ThreadsOptions {
  /** Pictures read at once, one thread each. */
  workers?: number;
  /** ms for one picture, the wait for a free place not counted. A page takes 0.5 to 2 s on one core. */
  timeoutMs?: number;
  /** MB by which the server may grow while a picture is read; the networks and a page take about 500. */
  memoryMb?: number;
  /** ms after which an idle thread is let go, with its memory. */
  idleMs?: number;
  /** Pictures that may wait; more are refused and tried again later. */
  waitingMax?: number;
  /** The thread's program; tests bring their own. */
  entry?: ReaderProgram;
}

/** A file, or the text of a program. */
export interface ReaderProgram {
  program: string;
  isText: boolean;
}

const WATCH_MS = 100;
const MB = 1024 * 1024;

/** In the build the thread's program lies beside the server's; from source it is TypeScript and tsx reads it. */
function workerEntry(): ReaderProgram {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [here, dirname(here)].map((folder) => join(folder, 'reader-worker.js'));
  const path = built.find((one) => existsSync(one));
  if (path) return { program: path, isText: false };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const tsx = new URL('./esm/api/index.mjs', loader).href;
  const source = pathToFileURL(join(here, 'worker.ts')).href;
  return {
    // Node 20 gives a thread no loaders by its options: the thread registers its own.
    program: `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`,
    isText: true,
  };
}

interface Job {
  image: Uint8Array;
  resolve: (reading: PaperReading) => void;
  reject: (error: Error) => void;
  /** Stops it wherever it is. */
  stop?: (why: string) => void;
}

/**
 * Reads in threads of this process, a bounded number of them. One that hangs, grows or dies is ended and another begun
 * for the next picture; the server goes on. The first is begun at once, to see whether this system can read at all.
 */
export function createThreadsReader(log: Log, options: ThreadsOptions = {}): Reader {
  const {
    workers = 1,
    timeoutMs = 20_000,
    memoryMb = 1200,
    idleMs = 120_000,
    waitingMax = 200,
    entry = workerEntry(),
  } = options;
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const alive = new Set<Worker>();
  const figures: ReaderFigures = { waiting: 0, read: 0, failed: 0, seconds: 0 };
  let state: ReaderState = 'starting';
  let isClosed = false;
  let busy = 0;
  let nextId = 0;

  const end = (worker: Worker): void => {
    alive.delete(worker);
    void worker.terminate();
  };

  const begin = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(entry.program, {
        eval: entry.isText,
        execArgv: [],
        // No secret of the server's reaches the thread that opens pictures.
        env: {},
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      });
      alive.add(worker);
      worker.on('exit', () => alive.delete(worker));
      const fail = (why: string): void => {
        clearTimeout(timer);
        end(worker);
        reject(new ReaderError(`the thread for reading did not start: ${why}`));
      };
      const timer = setTimeout(() => fail('too slow'), timeoutMs);
      // Also after the start: an error that nobody hears would be the whole server's.
      worker.on('error', (error) => fail(error.message));
      worker.once('exit', () => fail('it ended'));
      worker.once('message', (answer: ReadAnswer) => {
        clearTimeout(timer);
        if (answer.kind !== 'ready') {
          if (state !== 'none')
            log.warn('reader-none', { why: answer.kind === 'none' ? answer.why : '' });
          state = 'none';
          fail('this system cannot read');
          return;
        }
        if (state !== 'ready') log.info('reader', { name: 'pp-ocr' });
        state = 'ready';
        resolve(worker);
      });
    });

  const run = (worker: Worker, job: Job): Promise<void> =>
    new Promise((done) => {
      const id = (nextId += 1);
      const from = performance.now();
      const before = process.memoryUsage.rss();
      const finish = (settle: () => void, isRead: boolean): void => {
        clearTimeout(timer);
        clearInterval(watch);
        worker.off('message', heard);
        worker.off('exit', gone);
        job.stop = undefined;
        figures.seconds += (performance.now() - from) / 1000;
        figures[isRead ? 'read' : 'failed'] += 1;
        settle();
        done();
      };
      const give = (why: string): void => {
        end(worker);
        finish(() => job.reject(new ReaderError(why)), false);
      };
      const gone = (): void => give('the thread ended');
      const heard = (answer: ReadAnswer): void => {
        if (answer.kind === 'done' && answer.id === id)
          finish(() => job.resolve(answer.reading), true);
        if (answer.kind === 'failed' && answer.id === id) give(answer.why);
      };
      const timer = setTimeout(() => give('too slow'), timeoutMs);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > memoryMb * MB) give('too much memory');
      }, WATCH_MS);
      job.stop = give;
      worker.on('exit', gone);
      worker.on('message', heard);
      worker.postMessage({ id, image: job.image } satisfies ReadRequest);
    });

  const letGoLater = (worker: Worker): void => {
    idle.push(worker);
    // An idle thread must not keep a server alive that has nothing else to do.
    worker.unref();
    setTimeout(() => {
      const at = idle.indexOf(worker);
      if (at < 0) return;
      idle.splice(at, 1);
      end(worker);
    }, idleMs).unref();
  };

  const pump = async (): Promise<void> => {
    if (busy >= workers || isClosed) return;
    const job = waiting.shift();
    if (!job) return;
    busy += 1;
    try {
      let worker = idle.pop();
      while (worker && !alive.has(worker)) worker = idle.pop();
      worker ??= await begin();
      worker.ref();
      await run(worker, job);
      if (alive.has(worker) && !isClosed) letGoLater(worker);
    } catch (error) {
      // A system that cannot read says nothing rather than fail each time: what it would say is asked.
      if (state === 'none') job.resolve(NOTHING_READ);
      else {
        figures.failed += 1;
        job.reject(error instanceof Error ? error : new ReaderError('unknown'));
      }
    } finally {
      busy -= 1;
      void pump();
    }
  };

  begin().then(letGoLater, (error: unknown) => {
    if (state !== 'none' && !isClosed) log.error('reader-not-started', error);
  });

  return {
    get name() {
      return state === 'none' ? 'none' : 'pp-ocr';
    },
    isDemo: false,
    state: () => state,
    figures: () => ({ ...figures, waiting: waiting.length + busy }),
    read: (image, signal) =>
      new Promise((resolve, reject) => {
        if (isClosed || signal?.aborted) return reject(new ReaderError('stopped'));
        if (state === 'none') return resolve(NOTHING_READ);
        if (waiting.length >= waitingMax) return reject(new ReaderError('too many wait'));
        const job: Job = { image, resolve, reject };
        const onAbort = (): void => {
          const at = waiting.indexOf(job);
          if (at >= 0) waiting.splice(at, 1);
          if (job.stop) job.stop('stopped');
          else reject(new ReaderError('stopped'));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        void pump();
      }),
    close() {
      isClosed = true;
      for (const job of waiting.splice(0)) job.reject(new ReaderError('the server is stopping'));
      for (const worker of alive) end(worker);
    },
  };
}
