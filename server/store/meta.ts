import { randomUUID } from 'node:crypto';
import { batchedBy } from './batched.ts';
import type { Db } from './store.ts';

const EPOCH = 'epoch';

const found = batchedBy<Db, string, string>(async (db, keys) => {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'in', keys).execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
});

/** Which life of the database this is: made with it; whoever restores a backup deletes the row. */
export async function readEpoch(db: Db): Promise<string> {
  const known = await found(db).get(EPOCH);
  if (known !== undefined) return known;
  await db
    .insertInto('meta')
    .values({ key: EPOCH, value: randomUUID() })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  return (await found(db).get(EPOCH)) ?? '';
}
