import { sql, type SelectQueryBuilder } from 'kysely';
import { queueRank } from './conversations.ts';
import { holding } from './engine-of.ts';
import type { ConversationTable, OfferTable } from './schema-handoff.ts';
import type { Database } from './schema.ts';
import type { Db, Tx } from './store.ts';

type Rows = SelectQueryBuilder<Database, 'conversation', ConversationTable>;

/** Those who wait and are due, in the order in which they are taken. */
function dueRows(db: Db, now: number, limit: number): Rows {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
    .orderBy(queueRank)
    .orderBy('id')
    .limit(limit);
}

export function listDue(db: Db, now: number, limit: number): Promise<ConversationTable[]> {
  return dueRows(db, now, limit).execute();
}

/**
 * The same, held until the end of the transaction.
 * @param others `skip` leaves out rows that another process is giving away just now
 */
export function holdDue(
  tx: Tx,
  now: number,
  limit: number,
  others: 'wait' | 'skip',
): Promise<ConversationTable[]> {
  return holding(tx, dueRows(tx, now, limit), others).execute();
}

/** Those whose offer has run out, held. */
export function holdExpired(tx: Tx, now: number): Promise<ConversationTable[]> {
  const query = tx
    .selectFrom('conversation')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('offer_until', '<=', now)
    .orderBy('id')
    .limit(100);
  return holding(tx, query, 'skip').execute();
}

/** The true places of all who wait and are due, and what their logs told last. */
export function listPlaces(
  db: Db,
  now: number,
): Promise<
  (Pick<ConversationTable, 'id' | 'shown_place' | 'shown_at' | 'wants'> & { place: number })[]
> {
  return db
    .selectFrom('conversation')
    .select(['id', 'shown_place', 'shown_at', 'wants'])
    .select(sql<number>`row_number() over (order by ${queueRank}, id)`.as('place'))
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
    .orderBy('place')
    .execute();
}

/** Whether anybody waits or is in conversation: an idle house costs one look. */
export async function isAnybodyThere(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('state', 'in', ['waiting', 'active'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Conversations in hand with the last sign of life of who has them. */
export function listInHand(
  db: Db,
): Promise<
  (Pick<ConversationTable, 'id' | 'taken_by' | 'lost_at'> & { seen_at: number | null })[]
> {
  return db
    .selectFrom('conversation')
    .leftJoin('staff_presence', 'staff_presence.staff_id', 'conversation.taken_by')
    .select(['conversation.id', 'conversation.taken_by', 'conversation.lost_at'])
    .select('staff_presence.seen_at')
    .where('conversation.state', '=', 'active')
    .execute();
}

/** Open conversations in which nobody has written or looked since a moment, and no call is owed. */
export function listStale(db: Db, before: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('conversation')
    .select('id')
    .where('state', '!=', 'closed')
    .where('touched_at', '<', before)
    .where((eb) => eb.or([eb('state', '=', 'active'), eb('customer_seen_at', '<', before)]))
    .where('wants', '!=', 'call')
    .limit(100)
    .execute();
}

export async function insertOffer(tx: Tx, row: OfferTable): Promise<void> {
  await tx.insertInto('offer').values(row).execute();
}

export function findOffer(db: Db, id: string): Promise<OfferTable | undefined> {
  return db.selectFrom('offer').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function endOffer(
  tx: Tx,
  id: string,
  at: number,
  outcome: NonNullable<OfferTable['outcome']>,
): Promise<void> {
  await tx
    .updateTable('offer')
    .set({ ended_at: at, outcome })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Who let these pass since a moment. */
export function listPassed(
  db: Db,
  ids: readonly string[],
  since: number,
): Promise<Pick<OfferTable, 'conversation_id' | 'staff_id'>[]> {
  return db
    .selectFrom('offer')
    .select(['conversation_id', 'staff_id'])
    .where('conversation_id', 'in', ids)
    .where('outcome', 'in', ['declined', 'expired'])
    .where('ended_at', '>', since)
    .execute();
}

/** Members of these who are held for this transaction; who is held by another one is left out. */
export async function holdFreeStaff(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const query = tx
    .selectFrom('staff_presence')
    .select('staff_id')
    .where('staff_id', 'in', ids)
    .orderBy('staff_id');
  return (await holding(tx, query, 'skip').execute()).map((row) => row.staff_id);
}
