import { batchedBy } from './batched.ts';
import type { ConversationTable } from './schema-handoff.ts';
import type { Db } from './store.ts';

const columns = [
  'id',
  'owner',
  'state',
  'taken_by',
  'closed_at',
  'customer_seen_at',
  'customer_to',
  'customer_read',
  'staff_to',
  'staff_read',
] as const satisfies readonly (keyof ConversationTable)[];

/** What readers of a conversation are told beside its events, and what says whether they may read it. */
export type LogEnd = Pick<ConversationTable, (typeof columns)[number]> & { last_seq: number };

const ends = batchedBy<Db, string, LogEnd>(async (db, ids) => {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('stream', 'stream.id', 'conversation.id')
    .select(columns.map((column) => `conversation.${column}` as const))
    .select('stream.last_seq')
    .where('conversation.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
});

/** The end of the log of a conversation; outside transactions, where many ask at once. */
export function findLogEnd(db: Db, id: string): Promise<LogEnd | undefined> {
  return ends(db).get(id);
}
