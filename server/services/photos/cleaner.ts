import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PhotoResult } from './photo-result.ts';

export interface CleanerJob {
  id: number;
  path: string;
}
export type CleanerAnswer =
  | { kind: 'ready' }
  | { kind: 'unread'; id: number }
  | { kind: 'done'; id: number; result: PhotoResult };

/** The photo could not be looked at, through no fault of its own: keep the file and try again. */
export class CleanerError extends Error {
  override name = 'CleanerError';
}

export interface PhotoCleaner {
  /**
   * Opens a file in a process of its own and makes a clean photo of it. A file that takes too long, too much memory or
   * the process with it is refused as one that cannot be opened.
   * @throws CleanerError when the file could not be looked at
   */
  clean(path: string): Promise<PhotoResult>;
  /** Ends the processes; jobs under way fail with CleanerError. */
  close(): void;
}

export interface CleanerOptions {
  /** Processes at once. */
  workers?: number;
  /** ms for one photo, the wait for a free process not counted. A 12-megapixel JPEG takes about 500 ms. */
  timeoutMs?: number;
  /** MB of memory for one process; watched where the system tells it (Linux). */
  memoryMb?: number;
  /** ms after which an idle process is let go. */
  idleMs?: number;
}

const STARTUP_MS = 20_000;
const WATCH_MS = 100;

/** In the build the worker lies beside the server's file; from source it is TypeScript and tsx reads it. */
function workerEntry(): { path: string; execArgv: string[] } {
  const here = dirname(fileURLToPath(import.meta.url));
  // The bundler may put this module into a chunk in a folder of its own.
  const built = [here, dirname(here)].map((folder) => join(folder, 'photo-worker.js'));
  const found = built.find((path) => existsSync(path));
  if (found) return { path: found, execArgv: [] };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { path: join(here, 'worker.ts'), execArgv: ['--import', tsx] };
}

/** Resident memory of a process in MB; 0 where the system does not say. */
async function residentMb(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

interface Job {
  path: string;
  resolve: (result: PhotoResult) => void;
  reject: (error: Error) => void;
}

/** The processes that clean photos; none is started before the first photo. */
export function createPhotoCleaner(options: CleanerOptions = {}): PhotoCleaner {
  const { workers = 2, timeoutMs = 30_000, memoryMb = 900, idleMs = 60_000 } = options;
  const waiting: Job[] = [];
  const idle: ChildProcess[] = [];
  const alive = new Set<ChildProcess>();
  let isClosed = false;
  let nextId = 0;

  const start = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const { path, execArgv } = workerEntry();
      const child = fork(path, [], {
        execArgv: ['--max-old-space-size=256', ...execArgv],
        // No secret of the server's reaches the process that opens strangers' files.
        env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      alive.add(child);
      const timer = setTimeout(() => child.kill('SIGKILL'), STARTUP_MS);
      const fail = (): void => {
        clearTimeout(timer);
        alive.delete(child);
        reject(new CleanerError('the process for photos did not start'));
      };
      child.once('error', fail);
      child.once('exit', fail);
      child.once('message', () => {
        clearTimeout(timer);
        child.off('error', fail);
        child.off('exit', fail);
        child.on('error', () => alive.delete(child));
        child.on('exit', () => alive.delete(child));
        resolve(child);
      });
    });

  /** One photo in one process; whatever becomes of the process, there is an answer. */
  const run = (child: ChildProcess, job: Job): Promise<void> =>
    new Promise((done) => {
      const id = (nextId += 1);
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off('exit', gone);
        child.off('message', heard);
        settle();
        done();
      };
      const gone = (): void =>
        finish(() =>
          isClosed
            ? job.reject(new CleanerError('the server is stopping'))
            : job.resolve({ state: 'rejected', reason: 'cannot-open' }),
        );
      const heard = (answer: CleanerAnswer): void => {
        if (answer.kind === 'ready' || answer.id !== id) return;
        finish(() =>
          answer.kind === 'done'
            ? job.resolve(answer.result)
            : job.reject(new CleanerError('the file could not be read')),
        );
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
      const watch = setInterval(() => {
        void residentMb(child.pid ?? 0).then((mb) => {
          if (mb > memoryMb) child.kill('SIGKILL');
        });
      }, WATCH_MS);
      child.on('exit', gone);
      child.on('message', heard);
      child.send({ id, path: job.path } satisfies CleanerJob, (error) => {
        if (error) child.kill('SIGKILL');
      });
    });

  const letGoLater = (child: ChildProcess): void => {
    idle.push(child);
    const timer = setTimeout(() => {
      const at = idle.indexOf(child);
      if (at < 0) return;
      idle.splice(at, 1);
      child.disconnect();
    }, idleMs);
    timer.unref();
    // An idle process must not keep a server alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
  };

  let busy = 0;
  const pump = async (): Promise<void> => {
    if (busy >= workers) return;
    const job = waiting.shift();
    if (!job) return;
    busy += 1;
    try {
      let child = idle.pop();
      while (child && !alive.has(child)) child = idle.pop();
      child ??= await start();
      child.ref();
      child.channel?.ref();
      await run(child, job);
      if (alive.has(child) && child.connected && !isClosed) letGoLater(child);
    } catch (error) {
      job.reject(error instanceof Error ? error : new CleanerError('unknown'));
    } finally {
      busy -= 1;
      void pump();
    }
  };

  return {
    clean: (path) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new CleanerError('the server is stopping'));
          return;
        }
        waiting.push({ path, resolve, reject });
        void pump();
      }),
    close() {
      isClosed = true;
      for (const job of waiting.splice(0)) job.reject(new CleanerError('the server is stopping'));
      for (const child of alive) child.kill('SIGKILL');
    },
  };
}
