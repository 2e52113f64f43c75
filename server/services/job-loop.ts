import type { Parts } from '../parts.ts';
import { deleteKeysBefore } from '../store/idempotency.ts';
import { deleteDoneJobs } from '../store/jobs.ts';
import { deleteExpiredSessions } from '../store/sessions.ts';
import { deleteOldStaffRows } from '../store/staff.ts';
import { deleteCodesBefore } from '../store/sign-in-codes.ts';
import { forgetOrphanDrafts } from './forget-drafts.ts';
import { jobHandlers } from './job-handlers.ts';
import { JOBS, runDueJobs } from './run-jobs.ts';
import { sweepFiles } from './handoff/sweep-files.ts';
import { sweepRecordings } from './call-recording/remove-recording.ts';
import { sweepUploads } from './uploads/sweep-uploads.ts';

const POLL_MS = 500;
const SWEEP_MS = 3_600_000;
const DAY = 24 * 3_600_000;

/** Takes away what has ended: sessions, used codes, kept answers after 7 days, finished jobs, uploads that died. */
export async function sweep(parts: Parts): Promise<void> {
  const now = parts.clock.now();
  const { db } = parts.store;
  await deleteExpiredSessions(db, now);
  await deleteCodesBefore(db, now - 2 * DAY);
  await deleteKeysBefore(db, now - 7 * DAY);
  await deleteDoneJobs(db, now - 7 * DAY);
  await deleteOldStaffRows(db, now, now - DAY);
  const forgotten = await forgetOrphanDrafts(parts);
  if (forgotten > 0) parts.log.info('drafts-forgotten', { count: forgotten });
  const recordings = await sweepRecordings(parts);
  if (recordings > 0) parts.log.info('recordings-swept', { count: recordings });
  const files = await sweepFiles(parts);
  if (files > 0) parts.log.info('conversation-files-swept', { count: files });
  const uploads = await sweepUploads(parts);
  if (Object.values(uploads).some((count) => count > 0)) parts.log.info('uploads-swept', uploads);
}

/**
 * Runs jobs in this process until stopped; several processes may do so on one store.
 * @returns a function that stops it and resolves when the job in hand is finished
 */
export function startJobs(parts: Parts): () => Promise<void> {
  const stop = new AbortController();
  let sweptAt = 0;
  const loop = async (lane: 'quick' | 'slow') => {
    while (!stop.signal.aborted && !parts.hints.isClosed()) {
      try {
        if (lane === 'quick' && parts.clock.now() - sweptAt > SWEEP_MS) {
          sweptAt = parts.clock.now();
          await sweep(parts);
        }
        if ((await runDueJobs(parts, jobHandlers, lane)) > 0) {
          // The embedded store answers without leaving the thread: requests get their turn between batches.
          await new Promise((resolve) => setImmediate(resolve));
          continue;
        }
      } catch (error) {
        parts.log.error('jobs-failed', error);
      }
      await parts.hints.wait(JOBS, POLL_MS, stop.signal);
    }
  };
  const done = Promise.all([loop('quick'), loop('slow')]);
  return async () => {
    stop.abort();
    await done;
  };
}
