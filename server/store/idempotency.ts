import type { Seal } from './seal.ts';
import type { IdempotencyTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

const placeOf = (owner: string, key: string): string => `idempotency.answer_sealed.${owner}.${key}`;

export function findKey(
  tx: Tx,
  owners: readonly string[],
  key: string,
): Promise<IdempotencyTable | undefined> {
  return tx
    .selectFrom('idempotency')
    .selectAll()
    .where('owner', 'in', owners)
    .where('key', '=', key)
    .executeTakeFirst();
}

/**
 * Takes a key; false when somebody has it. On PostgreSQL this waits for another transaction that is taking the same
 * key, so what is read after a false is finished work.
 */
export async function takeKey(
  tx: Tx,
  row: Omit<IdempotencyTable, 'status' | 'answer_sealed'>,
): Promise<boolean> {
  const rows = await tx
    .insertInto('idempotency')
    .values({ ...row, status: 0, answer_sealed: '' })
    .onConflict((oc) => oc.columns(['owner', 'key']).doNothing())
    .returning('key')
    .execute();
  return rows.length === 1;
}

export async function keepAnswer(
  tx: Tx,
  seal: Seal,
  owner: string,
  key: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({
      status: answer.status,
      answer_sealed: seal.seal(placeOf(owner, key), JSON.stringify(answer.body)),
    })
    .where('owner', '=', owner)
    .where('key', '=', key)
    .execute();
}

/** The answer given the first time. */
export function readAnswer(seal: Seal, row: IdempotencyTable): { status: number; body: unknown } {
  return {
    status: row.status,
    body: JSON.parse(seal.open(placeOf(row.owner, row.key), row.answer_sealed)) as unknown,
  };
}

export async function deleteKeysBefore(db: Db, before: number): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', before).execute();
}
