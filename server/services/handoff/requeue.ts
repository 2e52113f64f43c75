import { creditRules } from '#domain/handoff/credit.ts';
import type { ConversationEvents } from '#domain/handoff/events.ts';
import type { Parts } from '../../parts.ts';
import { updateConversation } from '../../store/conversations.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Tx } from '../../store/store.ts';
import { noOffer } from './give-to.ts';
import { writeEvent } from './write-event.ts';

/** However often somebody is handed on, nobody is overtaken by more than this. */
const CREDIT_MAX_MS = creditRules.from80OrHardshipMs + creditRules.requeuedMs;

/**
 * Puts a conversation, held by this transaction, back into the queue: with the first time of asking and five minutes
 * of credit, which is at its front wherever others have not waited for longer.
 */
export async function requeue(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  reason: ConversationEvents['requeued']['reason'],
  change: Partial<Omit<ConversationTable, 'id'>> = {},
): Promise<void> {
  await updateConversation(tx, row.id, {
    state: 'waiting',
    taken_by: null,
    taken_at: null,
    lost_at: null,
    enqueued_at: row.asked_at,
    credit_ms: Math.min(CREDIT_MAX_MS, row.credit_ms + creditRules.requeuedMs),
    shown_place: null,
    touched_at: parts.clock.now(),
    ...noOffer,
    ...change,
  });
  await writeEvent(tx, parts, row.id, { kind: 'requeued', actor: 'system', body: { reason } });
}
