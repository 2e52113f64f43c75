import type { ConversationFileTable } from './schema-handoff.ts';
import type { Db, Tx } from './store.ts';

export async function insertFile(tx: Tx, row: ConversationFileTable): Promise<void> {
  await tx.insertInto('conversation_file').values(row).execute();
}

export function findFile(db: Db, id: string): Promise<ConversationFileTable | undefined> {
  return db.selectFrom('conversation_file').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How many were sent into a conversation since a moment. */
export async function countFilesSince(db: Db, id: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('conversation_file')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('conversation_id', '=', id)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Files of before a moment of which nobody knows yet whether a message names them, the oldest first. */
export function listUnnamedFiles(
  db: Db,
  before: number,
  limit: number,
): Promise<ConversationFileTable[]> {
  return db
    .selectFrom('conversation_file')
    .selectAll()
    .where('named_at', 'is', null)
    .where('at', '<', before)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function markNamed(tx: Tx, id: string, at: number): Promise<void> {
  await tx.updateTable('conversation_file').set({ named_at: at }).where('id', '=', id).execute();
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('conversation_file').where('id', '=', id).execute();
}
