import type { StaffMember } from '#domain/api/staff.ts';
import type { StaffNote } from '#domain/api/staff-queue.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { insertNote } from '../../store/notes.ts';
import type { Tx } from '../../store/store.ts';
import { readableConversation } from './party.ts';

/** Keeps a note for colleagues; it is no event of the log, so no customer ever reads it. @throws ProblemError 404 */
export async function addNote(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  conversationId: string,
  text: string,
): Promise<StaffNote> {
  await readableConversation(tx, parts, { side: 'agent', staff }, conversationId);
  const note = {
    id: parts.ids.id(),
    conversationId,
    staffId: staff.id,
    text,
    at: parts.clock.now(),
  };
  await insertNote(tx, parts.seal, note);
  await addAudit(tx, parts, {
    actor: { kind: 'staff', id: staff.id },
    action: 'note-written',
    subject: { kind: 'conversation', id: conversationId },
  });
  return {
    id: note.id,
    text,
    staffName: staff.displayName,
    at: new Date(note.at).toISOString(),
  };
}
