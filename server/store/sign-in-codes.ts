import type { SignInCodeTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

/** When codes were asked for this phone since a moment, newest first. */
export async function codeTimes(
  tx: Tx,
  phoneIndexes: readonly string[],
  since: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('sign_in_code')
    .select('created_at')
    .where('phone_index', 'in', phoneIndexes)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.created_at);
}

/** False when a code of the same id is there: two requests at once for one phone. */
export async function insertCode(tx: Tx, row: SignInCodeTable): Promise<boolean> {
  const rows = await tx
    .insertInto('sign_in_code')
    .values(row)
    .onConflict((oc) => oc.column('id').doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** Counts one try against every code of the phone that could still be used, and gives those that had tries left. */
export function spendTry(
  tx: Tx,
  phoneIndexes: readonly string[],
  now: number,
  triesMax: number,
): Promise<{ id: string; code_index: string }[]> {
  return tx
    .updateTable('sign_in_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('phone_index', 'in', phoneIndexes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', triesMax)
    .returning(['id', 'code_index'])
    .execute();
}

/** Whether any code of the phone is unused and in time, tries left or not. */
export async function hasLiveCode(
  tx: Tx,
  phoneIndexes: readonly string[],
  now: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('sign_in_code')
    .select('id')
    .where('phone_index', 'in', phoneIndexes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses up every code of the phone at once: the others in the post are worth nothing after a sign-in. */
export async function useCodes(
  tx: Tx,
  phoneIndexes: readonly string[],
  now: number,
): Promise<void> {
  await tx
    .updateTable('sign_in_code')
    .set({ used_at: now })
    .where('phone_index', 'in', phoneIndexes)
    .where('used_at', 'is', null)
    .execute();
}

export async function deleteCodesBefore(db: Db, before: number): Promise<void> {
  await db.deleteFrom('sign_in_code').where('created_at', '<', before).execute();
}
