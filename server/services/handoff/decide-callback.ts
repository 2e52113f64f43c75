import type { StaffCallback } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import {
  callbackPhone,
  findCallback,
  holdCallback,
  updateCallback,
} from '../../store/callbacks.ts';
import {
  findConversationById,
  holdConversation,
  updateConversation,
} from '../../store/conversations.ts';
import { addNote } from './add-note.ts';
import { viewStaffCallback } from './list-callbacks.ts';
import { readableConversation } from './party.ts';
import { tellQueue } from './queue-entry.ts';
import { writeEvent } from './write-event.ts';

/**
 * What becomes of a call-back that nobody could reach, with the reason: tried again from the front, or let go.
 * @throws ProblemError 404; 409 callback-gone when it is not a supervisor's to decide
 */
export async function decideCallback(
  parts: Parts,
  staff: StaffMember,
  id: string,
  decision: { outcome: 'try-again' | 'let-go'; note: string },
): Promise<StaffCallback> {
  const conversationId = await parts.store.write(async (tx) => {
    const callback = await holdCallback(tx, id);
    const row = callback && (await holdConversation(tx, callback.conversation_id));
    if (!callback || !row) throw new ProblemError('not-found', 404);
    if (callback.state !== 'left') throw new ProblemError('callback-gone', 409);
    const now = parts.clock.now();
    const isAgain = decision.outcome === 'try-again';
    await addNote(tx, parts, staff, row.id, decision.note);
    await updateCallback(
      tx,
      id,
      isAgain ? { state: 'waiting', tries: '[]' } : { state: 'cancelled', ended_at: now },
    );
    await updateConversation(tx, row.id, {
      not_before: null,
      touched_at: now,
      shown_place: null,
      ...(isAgain ? {} : { wants: 'chat', state: 'closed', open_owner: null, closed_at: now }),
    });
    if (!isAgain) {
      await writeEvent(tx, parts, row.id, {
        kind: 'callback-cancelled',
        actor: 'agent',
        body: { callbackId: id },
      });
      await writeEvent(tx, parts, row.id, {
        kind: 'closed',
        actor: 'agent',
        body: { reason: 'done' },
      });
    }
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'callback-decided',
      subject: { kind: 'callback', id },
      detail: { outcome: decision.outcome },
    });
    return row.id;
  });
  tellQueue(parts, [conversationId]);
  const kept = await findCallback(parts.store.db, id);
  if (!kept) throw new ProblemError('not-found', 404);
  return viewStaffCallback(parts, kept);
}

/** The number to call, for who has the call-back in hand; written down before it is shown. @throws ProblemError 404 */
export async function showCallbackPhone(
  parts: Parts,
  staff: StaffMember,
  id: string,
): Promise<{ phone: string }> {
  const callback = await findCallback(parts.store.db, id);
  const row = callback && (await findConversationById(parts.store.db, callback.conversation_id));
  if (!callback || !row) throw new ProblemError('not-found', 404);
  await readableConversation(parts.store.db, parts, { side: 'agent', staff }, row.id);
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'callback-phone-seen',
      subject: { kind: 'callback', id },
    }),
  );
  return { phone: callbackPhone(callback, parts.seal) };
}
