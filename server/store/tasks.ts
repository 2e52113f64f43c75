import type { TaskTable } from './schema-tasks.ts';
import type { Db, Tx } from './store.ts';

/** Writes something for staff to look at; one of a kind for each claim. */
export async function insertTask(
  tx: Tx,
  task: Pick<TaskTable, 'id' | 'kind' | 'claim_id' | 'created_at'>,
): Promise<void> {
  await tx
    .insertInto('task')
    .values({ ...task, done_at: null, done_by: null })
    .onConflict((oc) => oc.columns(['kind', 'claim_id']).doNothing())
    .execute();
}

/** Those not done, of claims that stand, the oldest first. */
export function listOpenTasks(db: Db, limit: number): Promise<TaskTable[]> {
  return db
    .selectFrom('task')
    .innerJoin('claim', 'claim.id', 'task.claim_id')
    .selectAll('task')
    .where('task.done_at', 'is', null)
    .where('claim.status', '!=', 'withdrawn')
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(limit)
    .execute();
}

export function findTask(db: Db, id: string): Promise<TaskTable | undefined> {
  return db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False when it was done already. */
export async function finishTask(tx: Tx, id: string, at: number, by: string): Promise<boolean> {
  const done = await tx
    .updateTable('task')
    .set({ done_at: at, done_by: by })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  return done.length === 1;
}
