import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Asked, Said } from './messages.ts';
import type { Program } from './program.ts';

/**
 * Why there is no answer. `died`, `too-slow`, `too-much-memory`: the process is gone, and what it was asked may be the
 * cause. `failed`: it said so itself. The others are nobody's fault: ask again later.
 */
export type ProcessFault =
  | 'died'
  | 'too-slow'
  | 'too-much-memory'
  | 'failed'
  | 'not-started'
  /** It cannot work on this system. */
  | 'none'
  | 'too-many-wait'
  | 'stopped';

export class ProcessError extends Error {
  override name = 'ProcessError';
  readonly fault: ProcessFault;
  constructor(fault: ProcessFault, why: string) {
    super(why);
    this.fault = fault;
  }
}

export interface ProcessOptions {
  /** Processes at once, one piece of work each. */
  workers: number;
  /** ms for one piece of work, the wait for a free process not counted. */
  timeoutMs: number;
  /** MB of memory for one process; watched where the system tells it (Linux). */
  memoryMb: number;
  /** ms after which an idle process is let go, with its memory. */
  idleMs: number;
  /** Pieces of work that may wait; more are refused. */
  waitingMax: number;
}

/** Processes of our own that do what must not take the server with it. */
export interface ProcessPool<Ask, Answer> {
  /** @throws ProcessError */
  ask(ask: Ask, signal?: AbortSignal): Promise<Answer>;
  /** Begins one process before it is needed. @throws ProcessError when it does not start */
  warm(): Promise<void>;
  /** Pieces of work that wait or are being done, and seconds of work so far. */
  figures(): { waiting: number; seconds: number };
  /** Ends the processes; work under way fails. */
  close(): void;
}

interface Job<Ask, Answer> {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
  /** Stops it wherever it is. */
  stop?: () => void;
}

const STARTUP_MS = 20_000;
const WATCH_MS = 100;

/** Resident memory of a process in MB; 0 where the system does not say. */
async function residentMb(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Begins a process and waits until it can be asked. @throws ProcessError */
function begin<Answer>(program: Program): { child: ChildProcess; ready: Promise<void> } {
  const child = fork(program.path, [], {
    execArgv: ['--max-old-space-size=256', ...program.execArgv],
    // No secret of the server's reaches a process that opens strangers' files.
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STARTUP_MS);
    const end = (error?: ProcessError): void => {
      clearTimeout(timer);
      child.off('exit', gone);
      if (error) reject(error);
      else resolve();
    };
    const gone = (): void => end(new ProcessError('not-started', 'the process did not start'));
    child.once('exit', gone);
    // Stays: an error that nobody hears would be the whole server's.
    child.on('error', gone);
    child.once('message', (said: Said<Answer>) => {
      if (said.kind === 'ready') return end();
      child.kill('SIGKILL');
      end(new ProcessError('none', said.kind === 'none' ? said.why : 'it said something else'));
    });
  });
  return { child, ready };
}

/** One piece of work in one process; whatever becomes of the process, there is an answer. */
function run<Ask, Answer>(
  child: ChildProcess,
  id: number,
  job: Job<Ask, Answer>,
  { timeoutMs, memoryMb }: ProcessOptions,
): Promise<void> {
  return new Promise((done) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('exit', gone);
      child.off('message', heard);
      job.stop = undefined;
      settle();
      done();
    };
    const end = (fault: ProcessFault, why: string): void => {
      child.kill('SIGKILL');
      finish(() => job.reject(new ProcessError(fault, why)));
    };
    const gone = (): void => end('died', 'the process ended');
    const heard = (said: Said<Answer>): void => {
      if (said.kind === 'done' && said.id === id) finish(() => job.resolve(said.answer));
      if (said.kind === 'failed' && said.id === id) end('failed', said.why);
    };
    const timer = setTimeout(() => end('too-slow', 'too slow'), timeoutMs);
    let isOver = false;
    const watch = setInterval(() => {
      void residentMb(child.pid ?? 0).then((mb) => {
        if (isOver || mb <= memoryMb) return;
        isOver = true;
        end('too-much-memory', 'too much memory');
      });
    }, WATCH_MS);
    job.stop = () => end('stopped', 'stopped');
    child.on('exit', gone);
    child.on('message', heard);
    child.send({ id, ask: job.ask } satisfies Asked<Ask>, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}

/** A pool of processes that run one program; none is begun before it is asked or warmed. */
export function createProcessPool<Ask, Answer>(
  program: Program,
  options: ProcessOptions,
): ProcessPool<Ask, Answer> {
  const { workers, idleMs, waitingMax } = options;
  const waiting: Job<Ask, Answer>[] = [];
  const idle: ChildProcess[] = [];
  const alive = new Set<ChildProcess>();
  const stopping = new ProcessError('stopped', 'the server is stopping');
  let isClosed = false;
  let busy = 0;
  let nextId = 0;
  let seconds = 0;
  /** The process that is begun before it is needed. */
  let warming: Promise<void> | undefined;

  const start = async (): Promise<ChildProcess> => {
    const { child, ready } = begin<Answer>(program);
    alive.add(child);
    child.on('exit', () => alive.delete(child));
    child.on('error', () => alive.delete(child));
    try {
      await ready;
    } catch (error) {
      throw isClosed ? stopping : error;
    }
    return child;
  };

  const letGoLater = (child: ChildProcess): void => {
    idle.push(child);
    const timer = setTimeout(() => {
      const at = idle.indexOf(child);
      if (at < 0) return;
      idle.splice(at, 1);
      if (child.connected) child.disconnect();
    }, idleMs);
    timer.unref();
    // An idle process must not keep a server alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
  };

  const pump = async (): Promise<void> => {
    if (busy >= workers || isClosed) return;
    const job = waiting.shift();
    if (!job) return;
    busy += 1;
    try {
      await warming?.catch(() => undefined);
      let child = idle.pop();
      while (child && !(alive.has(child) && child.connected)) child = idle.pop();
      child ??= await start();
      child.ref();
      child.channel?.ref();
      const from = performance.now();
      await run(child, (nextId += 1), job, options);
      seconds += (performance.now() - from) / 1000;
      if (alive.has(child) && child.connected && !child.killed && !isClosed) letGoLater(child);
    } catch (error) {
      job.reject(
        error instanceof ProcessError ? error : new ProcessError('not-started', 'unknown'),
      );
    } finally {
      busy -= 1;
      void pump();
    }
  };

  return {
    figures: () => ({ waiting: waiting.length + busy, seconds }),
    warm() {
      warming ??= start()
        .then(letGoLater)
        .finally(() => (warming = undefined));
      return warming;
    },
    ask: (ask, signal) =>
      new Promise((resolve, reject) => {
        if (isClosed || signal?.aborted) return reject(new ProcessError('stopped', 'stopped'));
        if (waiting.length >= waitingMax)
          return reject(new ProcessError('too-many-wait', 'too many wait'));
        const job: Job<Ask, Answer> = { ask, resolve, reject };
        const onAbort = (): void => {
          const at = waiting.indexOf(job);
          if (at >= 0) waiting.splice(at, 1);
          if (job.stop) job.stop();
          else reject(new ProcessError('stopped', 'stopped'));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        void pump();
      }),
    close() {
      isClosed = true;
      for (const job of waiting.splice(0)) job.reject(stopping);
      for (const child of alive) child.kill('SIGKILL');
    },
  };
}
