import { sql } from 'kysely';
import { holding } from './engine-of.ts';
import type { ConversationTable } from './schema-handoff.ts';
import type { Db, Tx } from './store.ts';

/** The one order of the queue: for taking, for the shown place and for staff's list (handoff.md: a place that is not the order is wrong). */
export const queueRank = sql<number>`conversation.enqueued_at - conversation.credit_ms`;

/** The open conversation of one of these owners. */
export function findOpenConversation(
  db: Db,
  owners: readonly string[],
): Promise<ConversationTable | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('open_owner', 'in', owners)
    .orderBy('enqueued_at')
    .executeTakeFirst();
}

export function findConversation(
  db: Db,
  id: string,
  owners: readonly string[],
): Promise<ConversationTable | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .where('owner', 'in', owners)
    .executeTakeFirst();
}

export function findConversationById(db: Db, id: string): Promise<ConversationTable | undefined> {
  return db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, held until the end of the transaction: what it says stays true until then. */
export function holdConversation(tx: Tx, id: string): Promise<ConversationTable | undefined> {
  const query = tx.selectFrom('conversation').selectAll().where('id', '=', id);
  return holding(tx, query).executeTakeFirst();
}

/** Notes that the pages of these customers are open. */
export async function markSeen(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  // Held in the order in which others hold several, so that no two wait for each other.
  const query = tx.selectFrom('conversation').select('id').where('id', 'in', ids).orderBy('id');
  const held = (await holding(tx, query).execute()).map(({ id }) => id);
  if (held.length === 0) return;
  await tx
    .updateTable('conversation')
    .set({ customer_seen_at: at })
    .where('id', 'in', held)
    .execute();
}

/** False when this owner has an open one: two taps at once. */
export async function insertConversation(tx: Tx, row: ConversationTable): Promise<boolean> {
  const rows = await tx
    .insertInto('conversation')
    .values(row)
    .onConflict((oc) => oc.column('open_owner').doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function updateConversation(
  tx: Tx,
  id: string,
  change: Partial<Omit<ConversationTable, 'id'>>,
): Promise<void> {
  await tx.updateTable('conversation').set(change).where('id', '=', id).execute();
}

/**
 * Changes a conversation after something was written into its log.
 * @returns how many events of these kinds one side wrote since a moment, among those behind a number
 */
export async function changeAndCount(
  tx: Tx,
  id: string,
  change: Partial<Omit<ConversationTable, 'id'>>,
  about: { actor: string; kinds: readonly string[]; since: number; behind: number },
): Promise<number> {
  const row = await tx
    .updateTable('conversation')
    .set(change)
    .where('id', '=', id)
    .returning((eb) =>
      eb
        .selectFrom('event')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('stream_id', '=', id)
        .where('seq', '>', about.behind)
        .where('kind', 'in', about.kinds)
        .where('actor', '=', about.actor)
        .where('at', '>', about.since)
        .as('count'),
    )
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Its true place among those who wait: 1 is next. */
export async function placeInQueue(
  db: Db,
  row: Pick<ConversationTable, 'id' | 'enqueued_at' | 'credit_ms'>,
  now: number,
): Promise<number> {
  const rank = row.enqueued_at - row.credit_ms;
  const counted = await db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('ahead'))
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
    .where((eb) =>
      eb.or([eb(queueRank, '<', rank), eb.and([eb(queueRank, '=', rank), eb('id', '<', row.id)])]),
    )
    .executeTakeFirstOrThrow();
  return Number(counted.ahead) + 1;
}

/** The latest conversations that an agent took and ended: how long one takes, and how many agents there were. */
export function recentHandlings(
  db: Db,
  since: number,
  limit: number,
): Promise<{ taken_at: number | null; closed_at: number | null; taken_by: string | null }[]> {
  return db
    .selectFrom('conversation')
    .select(['taken_at', 'closed_at', 'taken_by'])
    .where('state', '=', 'closed')
    .where('taken_at', 'is not', null)
    .where('closed_at', '>', since)
    .orderBy('closed_at', 'desc')
    .limit(limit)
    .execute();
}

/** How many wait for a person. */
export async function countWaiting(db: Db): Promise<number> {
  const counted = await db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

/** Moves a side's cursors forward, never back. False when neither moved. */
export async function raiseReceipts(
  tx: Tx,
  id: string,
  side: 'customer' | 'staff',
  to: { deliveredTo: number; readTo: number },
): Promise<boolean> {
  const row = await holdConversation(tx, id);
  if (!row) return false;
  const was =
    side === 'customer'
      ? { deliveredTo: row.customer_to, readTo: row.customer_read }
      : { deliveredTo: row.staff_to, readTo: row.staff_read };
  const deliveredTo = Math.max(was.deliveredTo, to.deliveredTo);
  const readTo = Math.max(was.readTo, to.readTo);
  if (deliveredTo === was.deliveredTo && readTo === was.readTo) return false;
  await updateConversation(
    tx,
    id,
    side === 'customer'
      ? { customer_to: deliveredTo, customer_read: readTo }
      : { staff_to: deliveredTo, staff_read: readTo },
  );
  return true;
}
