import { createProcessPool, ProcessError, type ProcessOptions } from '../../processes/pool.ts';
import { findProgram } from '../../processes/program.ts';
import type { PhotoResult } from './photo-result.ts';

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

export interface CleanerJob {
  path: string;
}

/** The processes that clean photos; none is started before the first photo. */
export function createPhotoCleaner(options: Partial<ProcessOptions> = {}): PhotoCleaner {
  const pool = createProcessPool<CleanerJob, PhotoResult>(
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
        return await pool.ask({ path });
      } catch (error) {
        const fault = error instanceof ProcessError ? error.fault : 'failed';
        if (fault === 'died' || fault === 'too-slow' || fault === 'too-much-memory')
          return { state: 'rejected', reason: 'cannot-open' };
        throw new CleanerError('the file could not be looked at', { cause: error });
      }
    },
    close: () => pool.close(),
  };
}
