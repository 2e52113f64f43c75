import type { Db, LeasedJob, Tx } from './store.ts';

export interface NewJob {
  id: string;
  kind: string;
  /** The row that it is about; one job of a kind for each. */
  subject: string;
  runAt: number;
  now: number;
}

/** To be run from the beginning, by whoever is first. */
const unstarted = { attempts: 0, lease_until: null, done_at: null, last_error: null };

const rowOf = ({ id, kind, subject, runAt, now }: NewJob) => ({
  id,
  kind,
  subject,
  run_at: runAt,
  created_at: now,
  ...unstarted,
});

/** Writes a job with the change that calls for it. */
export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .insertInto('job')
    .values(rowOf(job))
    .onConflict((oc) => oc.columns(['kind', 'subject']).doNothing())
    .execute();
}

/**
 * Writes a job with the change that calls for it, or sets the one that there is to this time, done or not. One in hand
 * is run once more: what it read may be older than this change.
 */
export async function wakeJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .insertInto('job')
    .values(rowOf(job))
    .onConflict((oc) =>
      oc.columns(['kind', 'subject']).doUpdateSet({ run_at: job.runAt, ...unstarted }),
    )
    .execute();
}

type JobInHand = Pick<LeasedJob, 'id' | 'attempts'>;

/** Ends a job, unless it was woken anew since it was leased: then it is not this run that ends it. */
export async function finishJob(db: Db, job: JobInHand, now: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ done_at: now, lease_until: null })
    .where('id', '=', job.id)
    .where('attempts', '=', job.attempts)
    .execute();
}

/** Gives the lease back and sets the next try. */
export async function postponeJob(
  db: Db,
  job: JobInHand,
  runAt: number,
  why: string,
): Promise<void> {
  await db
    .updateTable('job')
    .set({ run_at: runAt, lease_until: null, done_at: null, last_error: why.slice(0, 300) })
    .where('id', '=', job.id)
    .where('attempts', '=', job.attempts)
    .execute();
}

/** The work of this run went well; there is more to do at a later time. */
export async function repeatJob(db: Db, job: JobInHand, runAt: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ run_at: runAt, lease_until: null, done_at: null, last_error: null, attempts: 0 })
    .where('id', '=', job.id)
    .where('attempts', '=', job.attempts)
    .execute();
}

export async function deleteDoneJobs(db: Db, before: number): Promise<void> {
  await db.deleteFrom('job').where('done_at', '<', before).execute();
}

/** Jobs not done, all or of one kind: for /metrics. */
export async function countWaitingJobs(db: Db, kind?: string): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('done_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
