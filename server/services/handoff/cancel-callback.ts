import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { holdCallback, updateCallback } from '../../store/callbacks.ts';
import { holdConversation, updateConversation } from '../../store/conversations.ts';
import { tellQueue } from './queue-entry.ts';
import { writeEvent } from './write-event.ts';

/**
 * The customer wants no call any more: they wait for a written answer from where they first stood.
 * @throws ProblemError 404; 409 callback-gone when it is over
 */
export async function cancelCallback(parts: Parts, who: Who, id: string): Promise<void> {
  const conversationId = await parts.store.write(async (tx) => {
    const callback = await holdCallback(tx, id);
    const row = callback && (await holdConversation(tx, callback.conversation_id));
    if (!callback || !row || !ownersOf(who).includes(row.owner))
      throw new ProblemError('not-found', 404);
    if (callback.state === 'cancelled') return row.id;
    if (callback.state === 'done') throw new ProblemError('callback-gone', 409);
    await updateCallback(tx, id, { state: 'cancelled', ended_at: parts.clock.now() });
    await updateConversation(tx, row.id, {
      wants: 'chat',
      touched_at: parts.clock.now(),
      ...(row.state === 'waiting'
        ? { enqueued_at: row.asked_at, not_before: null, shown_place: null }
        : {}),
    });
    await writeEvent(tx, parts, row.id, {
      kind: 'callback-cancelled',
      actor: 'customer',
      body: { callbackId: id },
    });
    await addAudit(tx, parts, {
      actor: { kind: 'customer', id: who.customerId },
      action: 'callback-cancelled',
      subject: { kind: 'callback', id },
    });
    return row.id;
  });
  tellQueue(parts, [conversationId]);
}
