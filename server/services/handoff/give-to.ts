import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { updateConversation } from '../../store/conversations.ts';
import { updatePresence } from '../../store/presence.ts';
import { endOffer } from '../../store/queue.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Tx } from '../../store/store.ts';
import { writeEvent } from './write-event.ts';

/** What a conversation is left with when nobody is being asked for it any more. */
export const noOffer = { offer_id: null, offer_to: null, offer_until: null } as const;

/** Puts a waiting conversation, held by this transaction, into a member's hands. */
export async function giveTo(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  staff: Pick<StaffMember, 'id' | 'displayName'>,
): Promise<void> {
  const now = parts.clock.now();
  if (row.offer_id) {
    await endOffer(tx, row.offer_id, now, row.offer_to === staff.id ? 'accepted' : 'withdrawn');
  }
  await updateConversation(tx, row.id, {
    state: 'active',
    taken_by: staff.id,
    taken_at: now,
    first_taken_at: row.first_taken_at ?? now,
    touched_at: now,
    not_before: null,
    lost_at: null,
    shown_place: null,
    prefers: null,
    prefers_until: null,
    ...noOffer,
  });
  await updatePresence(tx, staff.id, { idle_since: now, missed: 0, seen_at: now });
  await writeEvent(tx, parts, row.id, {
    kind: 'taken',
    actor: 'agent',
    body: { staffName: staff.displayName },
  });
  await addAudit(tx, parts, {
    actor: { kind: 'staff', id: staff.id },
    action: 'conversation-taken',
    subject: { kind: 'conversation', id: row.id },
  });
}
