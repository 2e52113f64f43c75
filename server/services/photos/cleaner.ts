import { createProcessPool, ProcessError, type ProcessOptions } from '../../processes/pool.ts';
import { findProgram } from '../../processes/program.ts';
import type { KeptPicture, PhotoResult } from './photo-result.ts';

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
  /**
   * Turns a picture of ours clockwise, in a process of its own.
   * @param quarters how many quarters, 1 to 3
   * @throws CleanerError
   */
  turn(full: Uint8Array, quarters: number): Promise<KeptPicture>;
  /** Ends the processes; jobs under way fail with CleanerError. */
  close(): void;
}

export type CleanerJob = { path: string } | { full: Uint8Array; quarters: number };
export type CleanerAnswer = PhotoResult | KeptPicture;

/** The processes that clean photos; none is started before the first photo. */
export function createPhotoCleaner(options: Partial<ProcessOptions> = {}): PhotoCleaner {
  const pool = createProcessPool<CleanerJob, CleanerAnswer>(
    findProgram('photo-worker.js', 'services/photos/worker.ts'),
    {
      workers: 2,
      // A 12-megapixel JPEG takes about 500 ms.
      timeoutMs: 30_000,
      memoryMb: 900,
      idleMs: 60_000,
      waitingMax: Infinity,
      ...options,
    },
  );
  return {
    async clean(path) {
      try {
        const answer = await pool.ask({ path });
        if (!('state' in answer)) throw new Error('the answer to another question');
        return answer;
      } catch (error) {
        const fault = error instanceof ProcessError ? error.fault : 'failed';
        if (fault === 'died' || fault === 'too-slow' || fault === 'too-much-memory')
          return { state: 'rejected', reason: 'cannot-open' };
        throw new CleanerError('the file could not be looked at', { cause: error });
      }
    },
    async turn(full, quarters) {
      try {
        const answer = await pool.ask({ full, quarters });
        if ('reason' in answer) throw new Error('the answer to another question');
        return answer;
      } catch (cause) {
        throw new CleanerError('the picture could not be turned', { cause });
      }
    },
    close: () => pool.close(),
  };
}
