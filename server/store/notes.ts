import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

export interface NoteRecord {
  id: string;
  conversationId: string;
  staffId: string;
  text: string;
  at: number;
}

const placeOf = (id: string): string => `conversation_note.text_sealed.${id}`;

export async function insertNote(tx: Tx, seal: Seal, note: NoteRecord): Promise<void> {
  await tx
    .insertInto('conversation_note')
    .values({
      id: note.id,
      conversation_id: note.conversationId,
      staff_id: note.staffId,
      text_sealed: seal.seal(placeOf(note.id), note.text),
      at: note.at,
    })
    .execute();
}

/** Notes about a conversation with the names of who wrote them, the oldest first. */
export async function listNotes(
  db: Db,
  seal: Seal,
  conversationId: string,
): Promise<(NoteRecord & { staffName: string })[]> {
  const rows = await db
    .selectFrom('conversation_note')
    .leftJoin('staff', 'staff.id', 'conversation_note.staff_id')
    .selectAll('conversation_note')
    .select('staff.display_name')
    .where('conversation_id', '=', conversationId)
    .orderBy('at')
    .orderBy('conversation_note.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    staffId: row.staff_id,
    text: seal.open(placeOf(row.id), row.text_sealed),
    at: row.at,
    staffName: row.display_name ?? '',
  }));
}
