import type { ConversationEvents } from '#domain/handoff/events.ts';
import type { Parts } from '../../parts.ts';
import { updateConversation } from '../../store/conversations.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Tx } from '../../store/store.ts';
import { noOffer } from './give-to.ts';
import { writeEvent } from './write-event.ts';

/**
 * Puts a conversation, held by this transaction, back into the queue: with the first time of asking and some credit
 * more, which is at its front wherever others have not waited for longer.
 */
export async function requeue(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  reason: ConversationEvents['requeued']['reason'],
  change: Partial<Omit<ConversationTable, 'id'>> = {},
): Promise<void> {
  const { from80OrHardshipMs, requeuedMs } = parts.config.credit;
  // However often somebody is handed on, nobody is overtaken by more than this.
  const most = from80OrHardshipMs + requeuedMs;
  await updateConversation(tx, row.id, {
    state: 'waiting',
    taken_by: null,
    taken_at: null,
    lost_at: null,
    enqueued_at: row.asked_at,
    credit_ms: Math.min(most, row.credit_ms + requeuedMs),
    shown_place: null,
    touched_at: parts.clock.now(),
    ...noOffer,
    ...change,
  });
  await writeEvent(tx, parts, row.id, { kind: 'requeued', actor: 'system', body: { reason } });
}
