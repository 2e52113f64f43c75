import type { StaffMember } from '#domain/api/staff.ts';
import type { ConversationEvents } from '#domain/handoff/events.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { holdConversation } from '../../store/conversations.ts';
import { countActive, updatePresence } from '../../store/presence.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';
import { may } from '../staff/roles.ts';
import { addNote } from './add-note.ts';
import { mayRead, mayWrite } from './party.ts';
import { tellQueue } from './queue-entry.ts';
import { requeue } from './requeue.ts';
import { writeEvent } from './write-event.ts';

export type TransferTo =
  | { to: 'queue' | 'supervisor' }
  | { to: 'skill'; skill: string }
  | { to: 'staff'; staffId: string };

/** The one who is meant is asked alone for so long; then anybody is. */
const PREFERRED_MS = 60_000;

async function aim(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  to: TransferTo,
): Promise<{
  change: Partial<ConversationTable>;
  body: ConversationEvents['transferred'];
}> {
  const prefers_until = parts.clock.now() + PREFERRED_MS;
  if (to.to === 'staff') {
    const colleague = await findStaffById(tx, to.staffId);
    const isThere = colleague && colleague.disabled_at === null && may(colleague.role, 'talk');
    if (!isThere) {
      throw new ProblemError('staff-member-unknown', 422, {
        errors: [{ field: 'staffId', code: 'staff-member-unknown' }],
      });
    }
    return {
      change: { prefers: colleague.id, prefers_until },
      body: { to: 'staff', staffName: colleague.display_name },
    };
  }
  if (to.to === 'skill') {
    const needs = row.needs ? (JSON.parse(row.needs) as string[]) : [];
    return {
      change: { needs: JSON.stringify([...new Set([...needs, to.skill])]) },
      body: { to: 'skill' },
    };
  }
  if (to.to === 'supervisor')
    return { change: { prefers: 'role:supervisor', prefers_until }, body: { to: 'supervisor' } };
  return { change: {}, body: { to: 'queue' } };
}

/**
 * Hands a conversation on: back to the queue near its front, to who knows something, or to one colleague, who is asked
 * first. The customer is told, and what was said stays with it.
 * @throws ProblemError 404; 403 not-in-conversation; 422 staff-member-unknown
 */
export async function transferConversation(
  parts: Parts,
  staff: StaffMember,
  id: string,
  to: TransferTo & { note?: string },
): Promise<void> {
  const party = { side: 'agent', staff } as const;
  await parts.store.write(async (tx) => {
    const row = await holdConversation(tx, id);
    if (!row || !mayRead(party, row, parts.clock.now())) throw new ProblemError('not-found', 404);
    const mine = mayWrite(party, row) || (row.state === 'active' && may(staff.role, 'supervise'));
    if (!mine) throw new ProblemError('not-in-conversation', 403);
    if (to.note) await addNote(tx, parts, staff, id, to.note);
    const { change, body } = await aim(tx, parts, row, to);
    await writeEvent(tx, parts, id, { kind: 'transferred', actor: 'agent', body });
    await requeue(tx, parts, row, 'transferred', change);
    if (row.taken_by && (await countActive(tx, row.taken_by)) === 0) {
      await updatePresence(tx, row.taken_by, { idle_since: parts.clock.now() });
    }
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'conversation-transferred',
      subject: { kind: 'conversation', id },
      detail: { to: to.to },
    });
  });
  tellQueue(parts, [id], staff.id);
}
