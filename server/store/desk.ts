import type { ConversationTable } from './schema-handoff.ts';
import type { Db } from './store.ts';

/** Conversations that a member has in hand, the first taken first. */
export function listOfStaff(
  db: Db,
  staffId: string,
): Promise<(ConversationTable & { last_seq: number })[]> {
  return db
    .selectFrom('conversation')
    .innerJoin('stream', 'stream.id', 'conversation.id')
    .selectAll('conversation')
    .select('stream.last_seq')
    .where('state', '=', 'active')
    .where('taken_by', '=', staffId)
    .orderBy('taken_at')
    .orderBy('conversation.id')
    .execute();
}

export function listOffersTo(db: Db, staffId: string): Promise<ConversationTable[]> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('offer_to', '=', staffId)
    .orderBy('offer_until')
    .execute();
}

/** What the customer wrote behind a cursor. */
export async function unreadOf(db: Db, id: string, after: number): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stream_id', '=', id)
    .where('seq', '>', after)
    .where('actor', '=', 'customer')
    .where('kind', 'in', ['message', 'voice-note'])
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How many wait and are due, and since when the first of them. */
export async function waitingNow(
  db: Db,
  now: number,
): Promise<{ waiting: number; oldest: number | null }> {
  const row = await db
    .selectFrom('conversation')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('asked_at').as('oldest')])
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.count), oldest: row.oldest === null ? null : Number(row.oldest) };
}

/** The latest who asked since a moment, 20,000 at most: for the figures. */
export function listAskedSince(
  db: Db,
  since: number,
): Promise<
  Pick<
    ConversationTable,
    'state' | 'age_band' | 'asked_at' | 'first_taken_at' | 'closed_at' | 'wants' | 'not_before'
  >[]
> {
  return db
    .selectFrom('conversation')
    .select(['state', 'age_band', 'asked_at', 'first_taken_at', 'closed_at', 'wants', 'not_before'])
    .where('asked_at', '>', since)
    .orderBy('asked_at', 'desc')
    .limit(20_000)
    .execute();
}
