import type { Db } from './store.ts';
import { databaseNow } from './engine-of.ts';

/**
 * Streams that grew within the last while by the database's own clock, and how far. Rows become visible with their
 * commit, which may be later than that of rows stamped after them: looking back by a margin takes the place of an order.
 */
export function streamsChangedLately(
  db: Db,
  withinMs: number,
): Promise<{ id: string; last_seq: number }[]> {
  return db
    .selectFrom('stream')
    .select(['id', 'last_seq'])
    .where('kind', '=', 'conversation')
    .where((eb) => eb('changed_at', '>', eb(databaseNow(db), '-', withinMs)))
    .execute();
}
