import type { QueryCreator } from 'kysely';
import { databaseNow, isPostgres } from './engine-of.ts';
import type { Seal } from './seal.ts';
import type { Database, EventTable, StreamTable } from './schema.ts';
import type { Db, Tx } from './store.ts';

export interface NewEvent {
  streamId: string;
  /** Made by whoever causes it: the same id again is the same event. */
  clientId: string;
  kind: string;
  actor: string;
  body: Readonly<Record<string, unknown>>;
  at: number;
}

export interface StoredEvent extends NewEvent {
  seq: number;
}

/** `added`: new; `same`: it was there, with the same body; `different`: another body under the same id. */
export interface Appended {
  outcome: 'added' | 'same' | 'different';
  seq: number;
}

const placeOf = (streamId: string, clientId: string): string =>
  `event.body_sealed.${streamId}.${clientId}`;

const raised = (db: QueryCreator<Database>, tx: Tx, streamId: string) =>
  db
    .updateTable('stream')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1), changed_at: databaseNow(tx) }))
    .where('id', '=', streamId)
    .returning('last_seq');

export async function insertStream(
  tx: Tx,
  stream: Pick<StreamTable, 'id' | 'kind' | 'created_at'>,
): Promise<void> {
  await tx
    .insertInto('stream')
    .values({ ...stream, last_seq: 0, changed_at: 0 })
    .execute();
}

/**
 * Writes a row with the next number of its stream, unless its `client_id` is there: then the number is raised all the
 * same. @throws Error when there is no such stream
 */
async function insertLast(
  tx: Tx,
  row: Omit<EventTable, 'seq'>,
): Promise<{ seq: number } | undefined> {
  if (isPostgres(tx)) {
    // In one statement: each one more is a round trip while the stream's row is held.
    return tx
      .with('raised', (db) => raised(db, tx, row.stream_id))
      .insertInto('event')
      .values((eb) => ({ ...row, seq: eb.selectFrom('raised').select('last_seq') }))
      .onConflict((oc) => oc.columns(['stream_id', 'client_id']).doNothing())
      .returning('seq')
      .executeTakeFirst();
  }
  const stream = await raised(tx, tx, row.stream_id).executeTakeFirst();
  if (!stream) throw new Error('an event needs its stream');
  return tx
    .insertInto('event')
    .values({ ...row, seq: stream.last_seq })
    .onConflict((oc) => oc.columns(['stream_id', 'client_id']).doNothing())
    .returning('seq')
    .executeTakeFirst();
}

/**
 * Adds one event at the end of its stream, without a gap. Raising `last_seq` locks the stream's row until the commit,
 * on both engines, so two writers of one stream take turns; an event that was there already gives its number back.
 * @throws Error when there is no such stream
 */
export async function appendEvent(tx: Tx, seal: Seal, event: NewEvent): Promise<Appended> {
  const body = JSON.stringify({ kind: event.kind, actor: event.actor, body: event.body });
  const inserted = await insertLast(tx, {
    stream_id: event.streamId,
    client_id: event.clientId,
    kind: event.kind,
    actor: event.actor,
    body_sealed: seal.seal(placeOf(event.streamId, event.clientId), JSON.stringify(event.body)),
    body_index: seal.blindIndex('event.body', body),
    at: event.at,
  });
  if (inserted) return { outcome: 'added', seq: inserted.seq };

  await tx
    .updateTable('stream')
    .set((eb) => ({ last_seq: eb('last_seq', '-', 1) }))
    .where('id', '=', event.streamId)
    .execute();
  const before = await tx
    .selectFrom('event')
    .select(['seq', 'body_index'])
    .where('stream_id', '=', event.streamId)
    .where('client_id', '=', event.clientId)
    .executeTakeFirstOrThrow();
  const isSame = seal.blindIndexes('event.body', body).includes(before.body_index);
  return { outcome: isSame ? 'same' : 'different', seq: before.seq };
}

/** Events behind a cursor, in order. @param limit at most so many */
export async function readEvents(
  db: Db,
  seal: Seal,
  streamId: string,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('stream_id', '=', streamId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => openEvent(seal, row));
}

/** An event as it was before it was sealed. */
export function openEvent(seal: Seal, row: EventTable): StoredEvent {
  const { stream_id: streamId, client_id: clientId, seq, kind, actor, at } = row;
  const body = JSON.parse(seal.open(placeOf(streamId, clientId), row.body_sealed)) as Record<
    string,
    unknown
  >;
  return { streamId, seq, clientId, kind, actor, body, at };
}

/** The last event of one of these kinds, or nothing. */
export async function lastEventOf(
  db: Db,
  seal: Seal,
  streamId: string,
  kinds: readonly string[],
): Promise<StoredEvent | undefined> {
  const row = await db
    .selectFrom('event')
    .selectAll()
    .where('stream_id', '=', streamId)
    .where('kind', 'in', kinds)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && openEvent(seal, row);
}

/** All events of these kinds, in order. */
export async function eventsOf(
  db: Db,
  seal: Seal,
  streamId: string,
  kinds: readonly string[],
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('stream_id', '=', streamId)
    .where('kind', 'in', kinds)
    .orderBy('seq')
    .execute();
  return rows.map((row) => openEvent(seal, row));
}

export async function lastSeq(db: Db, streamId: string): Promise<number> {
  const row = await db
    .selectFrom('stream')
    .select('last_seq')
    .where('id', '=', streamId)
    .executeTakeFirst();
  return row?.last_seq ?? 0;
}

/** Takes an empty stream away again: its owner was not made. */
export async function deleteStream(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('stream').where('id', '=', id).execute();
}
