import { holding } from './engine-of.ts';
import type { CallbackTable } from './schema-handoff.ts';
import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

const placeOf = (id: string): string => `callback.phone_sealed.${id}`;

/** The number to call. */
export function callbackPhone(row: CallbackTable, seal: Seal): string {
  return seal.open(placeOf(row.id), row.phone_sealed);
}

export function sealCallbackPhone(id: string, phone: string, seal: Seal): string {
  return seal.seal(placeOf(id), phone);
}

export async function insertCallback(tx: Tx, row: CallbackTable): Promise<void> {
  await tx.insertInto('callback').values(row).execute();
}

export function findCallback(db: Db, id: string): Promise<CallbackTable | undefined> {
  return db.selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same, held until the end of the transaction. */
export function holdCallback(tx: Tx, id: string): Promise<CallbackTable | undefined> {
  const query = tx.selectFrom('callback').selectAll().where('id', '=', id);
  return holding(tx, query).executeTakeFirst();
}

/** What was asked for with a conversation and is not over. */
export function openCallbackOf(db: Db, conversationId: string): Promise<CallbackTable | undefined> {
  return db
    .selectFrom('callback')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('state', 'in', ['waiting', 'left'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

export async function updateCallback(
  tx: Tx,
  id: string,
  change: Partial<Omit<CallbackTable, 'id'>>,
): Promise<void> {
  await tx.updateTable('callback').set(change).where('id', '=', id).execute();
}

/** Call-backs in a state, the earliest first. */
export function listCallbacks(
  db: Db,
  state: CallbackTable['state'],
  limit: number,
): Promise<CallbackTable[]> {
  return db
    .selectFrom('callback')
    .selectAll()
    .where('state', '=', state)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Gives the call-backs of one conversation to another: two requests of one person became one. */
export async function moveCallbacks(
  tx: Tx,
  from: string,
  to: { conversationId: string; owner: string },
): Promise<void> {
  await tx
    .updateTable('callback')
    .set({ conversation_id: to.conversationId, owner: to.owner })
    .where('conversation_id', '=', from)
    .execute();
}
