import type { PaperReading } from '#domain/papers/read/types.ts';
import type { Log } from '../../parts.ts';
import { createProcessPool, ProcessError, type ProcessOptions } from '../../processes/pool.ts';
import { findProgram, type Program } from '../../processes/program.ts';
import {
  NOTHING_READ,
  ReaderError,
  type Reader,
  type ReaderFigures,
  type ReaderState,
} from './reader.ts';

export interface ProcessReaderOptions extends Partial<ProcessOptions> {
  /** The process's program; tests bring their own. */
  program?: Program;
}

/**
 * Reads in processes of their own, a bounded number of them. One that hangs, grows or dies is ended and another begun
 * for the next picture; the server goes on, whatever the native library does. The first is begun at once, to see
 * whether this system can read at all.
 */
export function createProcessReader(log: Log, options: ProcessReaderOptions = {}): Reader {
  const { program = findProgram('reader-worker.js', 'adapters/reader/worker.ts'), ...rest } =
    options;
  const pool = createProcessPool<Uint8Array, PaperReading>(program, {
    workers: 1,
    // A page takes 0.5 to 2 s on one core.
    timeoutMs: 20_000,
    // Node, the networks and a page take about 600 MB.
    memoryMb: 1300,
    idleMs: 120_000,
    waitingMax: 200,
    ...rest,
  });
  const counts: Pick<ReaderFigures, 'read' | 'failed'> = { read: 0, failed: 0 };
  let state: ReaderState = 'starting';

  const begun = (): void => {
    if (state === 'starting') log.info('reader', { name: 'pp-ocr' });
    state = 'ready';
  };
  /** What went wrong, or nothing when this system cannot read: that is no failure. */
  const note = (error: unknown): ReaderError | undefined => {
    const fault = error instanceof ProcessError ? error.fault : 'failed';
    const why = error instanceof Error ? error.message : String(error);
    if (fault !== 'none') return new ReaderError(why, { cause: error });
    if (state !== 'none') log.warn('reader-none', { why });
    state = 'none';
    return undefined;
  };

  pool.warm().then(begun, (error: unknown) => {
    const isStopped = error instanceof ProcessError && error.fault === 'stopped';
    const problem = note(error);
    if (problem && !isStopped) log.error('reader-not-started', problem);
  });

  return {
    get name() {
      return state === 'none' ? 'none' : 'pp-ocr';
    },
    isDemo: false,
    state: () => state,
    figures: () => ({ ...counts, ...pool.figures() }),
    async read(image, signal) {
      // A system that cannot read says nothing rather than fail each time: what it would say is asked.
      if (state === 'none') return NOTHING_READ;
      try {
        const reading = await pool.ask(image, signal);
        begun();
        counts.read += 1;
        return reading;
      } catch (error) {
        const problem = note(error);
        if (!problem) return NOTHING_READ;
        counts.failed += 1;
        throw problem;
      }
    },
    close: () => pool.close(),
  };
}
