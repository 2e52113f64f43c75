import type { Db, Tx } from './store.ts';

export interface NewJob {
  id: string;
  kind: string;
  /** The row that it is about; one job of a kind for each. */
  subject: string;
  runAt: number;
  now: number;
}

/** Writes a job with the change that calls for it. */
export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .insertInto('job')
    .values({
      id: job.id,
      kind: job.kind,
      subject: job.subject,
      run_at: job.runAt,
      attempts: 0,
      lease_until: null,
      done_at: null,
      last_error: null,
      created_at: job.now,
    })
    .onConflict((oc) => oc.columns(['kind', 'subject']).doNothing())
    .execute();
}

export async function finishJob(db: Db, id: string, now: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ done_at: now, lease_until: null })
    .where('id', '=', id)
    .execute();
}

/** Gives the lease back and sets the next try. */
export async function postponeJob(db: Db, id: string, runAt: number, why: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ run_at: runAt, lease_until: null, last_error: why.slice(0, 300) })
    .where('id', '=', id)
    .execute();
}

export async function deleteDoneJobs(db: Db, before: number): Promise<void> {
  await db.deleteFrom('job').where('done_at', '<', before).execute();
}

/** Jobs not done: for /metrics. */
export async function countWaitingJobs(db: Db): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
