import type { Parts } from '../parts.ts';
import { finishJob, postponeJob, repeatJob } from '../store/jobs.ts';
import type { LeasedJob } from '../store/store.ts';

/** The subject of hints that a job was written. */
export const JOBS = 'jobs';

/**
 * Does the work of one kind of job. May run twice for one job (a process that died after the work): it must not matter.
 * @returns nothing when it is done, or when (ms since 1970) to do more of it
 */
export type JobHandler = (parts: Parts, job: LeasedJob) => Promise<void | { again: number }>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Longer than any handler takes: adapters give up after seconds. */
const LEASE_MS = 60_000;
const BATCH = 20;
const LONGEST_PAUSE_MS = 3_600_000;

/** ms to the next try: 2 s, 4 s … up to an hour, with jitter so that a recovered gateway is not met by all at once. */
function pauseMs(attempts: number): number {
  return Math.round(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** attempts) * (0.75 + Math.random() / 2));
}

async function runJob(parts: Parts, handlers: JobHandlers, job: LeasedJob): Promise<void> {
  const handler = handlers[job.kind];
  try {
    if (!handler) throw new Error(`no handler for ${job.kind}`);
    const more = await handler(parts, job);
    if (more) await repeatJob(parts.store.db, job, more.again);
    else await finishJob(parts.store.db, job, parts.clock.now());
  } catch (error) {
    parts.log.error('job-failed', error, { kind: job.kind, job: job.id, attempts: job.attempts });
    const name = error instanceof Error ? error.name : 'unknown';
    await postponeJob(parts.store.db, job, parts.clock.now() + pauseMs(job.attempts), name);
  }
}

/** Kinds that take seconds each: a code by SMS must not wait behind a pile of photos. */
const SLOW = ['read-document', 'finish-upload'];
const SLOW_BATCH = 2;

/** `all`: whatever is due, one after the other; a running server works at the quick and the slow ones side by side. */
export type Lane = 'all' | 'quick' | 'slow';

const KINDS = { all: {}, quick: { except: SLOW }, slow: { only: SLOW } } as const;

async function runBatch(parts: Parts, handlers: JobHandlers, lane: Lane): Promise<number> {
  const now = parts.clock.now();
  const limit = lane === 'slow' ? SLOW_BATCH : BATCH;
  const lease = { now, until: now + LEASE_MS, limit, ...KINDS[lane] };
  const jobs = await parts.store.leaseJobs(lease);
  // Side by side: one slow gateway must not let the leases of the others run out.
  await Promise.all(jobs.map((job) => runJob(parts, handlers, job)));
  return jobs.length;
}

const inHand: Readonly<Record<Lane, WeakMap<Parts['store'], Promise<number>>>> = {
  all: new WeakMap(),
  quick: new WeakMap(),
  slow: new WeakMap(),
};

/**
 * Runs the jobs that are due. Within one process one batch after the other, so that whoever calls it knows that what
 * was in hand is done; several processes share the work by leases.
 * @returns how many were taken
 */
export function runDueJobs(
  parts: Parts,
  handlers: JobHandlers,
  lane: Lane = 'all',
): Promise<number> {
  // Whoever asks for all also waits for what the two lanes of a running server have in hand.
  const lanes: readonly Lane[] = lane === 'all' ? ['all', 'quick', 'slow'] : [lane];
  const before = Promise.allSettled(lanes.map((one) => inHand[one].get(parts.store)));
  const batch = before.then(() => runBatch(parts, handlers, lane));
  inHand[lane].set(parts.store, batch);
  return batch;
}
