import { randomUUID } from 'node:crypto';
import type { Db } from './store.ts';

const EPOCH = 'epoch';

/** Which life of the database this is: made with it; whoever restores a backup deletes the row. */
export async function readEpoch(db: Db): Promise<string> {
  const find = () =>
    db.selectFrom('meta').select('value').where('key', '=', EPOCH).executeTakeFirst();
  const row = await find();
  if (row) return row.value;
  await db
    .insertInto('meta')
    .values({ key: EPOCH, value: randomUUID() })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  return (await find())?.value ?? '';
}
