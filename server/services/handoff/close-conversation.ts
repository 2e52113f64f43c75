import type { CloseReason } from '#domain/handoff/events.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { openCallbackOf, updateCallback } from '../../store/callbacks.ts';
import { holdConversation, updateConversation } from '../../store/conversations.ts';
import { countActive, updatePresence } from '../../store/presence.ts';
import { endOffer, listStale } from '../../store/queue.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Tx } from '../../store/store.ts';
import { may } from '../staff/roles.ts';
import { noOffer } from './give-to.ts';
import { auditActor, mayRead, mayWrite, type Party } from './party.ts';
import { tellQueue } from './queue-entry.ts';
import { writeEvent } from './write-event.ts';

/** Only after so long without a word a conversation ends by itself: nobody is cut off for writing slowly. */
export const STALE_MS = 24 * 3_600_000;

async function end(
  tx: Tx,
  parts: Parts,
  row: ConversationTable,
  by: { actor: 'customer' | 'agent' | 'system'; reason: CloseReason },
): Promise<void> {
  const now = parts.clock.now();
  if (row.offer_id) await endOffer(tx, row.offer_id, now, 'withdrawn');
  await updateConversation(tx, row.id, {
    state: 'closed',
    open_owner: null,
    closed_at: now,
    lost_at: null,
    ...noOffer,
  });
  await writeEvent(tx, parts, row.id, {
    kind: 'closed',
    actor: by.actor,
    body: { reason: by.reason },
  });
  if (row.taken_by && (await countActive(tx, row.taken_by)) === 0) {
    await updatePresence(tx, row.taken_by, { idle_since: now });
  }
}

/** The call-back of a conversation that its customer leaves is not wanted any more. */
async function dropCallback(tx: Tx, parts: Parts, row: ConversationTable): Promise<void> {
  const callback = await openCallbackOf(tx, row.id);
  if (!callback) return;
  await updateCallback(tx, callback.id, { state: 'cancelled', ended_at: parts.clock.now() });
  await writeEvent(tx, parts, row.id, {
    kind: 'callback-cancelled',
    actor: 'customer',
    body: { callbackId: callback.id },
  });
}

/**
 * Ends a conversation: its customer, or who of the staff has it; a supervisor any. Ended twice it is ended once.
 * @throws ProblemError 404; 403 not-in-conversation; 409 callback-open
 */
export async function closeConversation(parts: Parts, party: Party, id: string): Promise<void> {
  const staffId = await parts.store.write(async (tx) => {
    const row = await holdConversation(tx, id);
    if (!row || !mayRead(party, row, parts.clock.now())) throw new ProblemError('not-found', 404);
    if (row.state === 'closed') return undefined;
    const supervises = party.side === 'agent' && may(party.staff.role, 'supervise');
    if (!mayWrite(party, row) && !supervises) throw new ProblemError('not-in-conversation', 403);
    const isCustomer = party.side === 'customer';
    if (isCustomer) await dropCallback(tx, parts, row);
    // A promised call is not lost by ending the talk: how it went is noted first.
    else if (await openCallbackOf(tx, id)) throw new ProblemError('callback-open', 409);
    const reason = isCustomer && row.state === 'waiting' ? 'left' : 'done';
    await end(tx, parts, row, { actor: party.side, reason });
    await addAudit(tx, parts, {
      actor: auditActor(party),
      action: 'conversation-closed',
      subject: { kind: 'conversation', id },
      detail: { reason },
    });
    return row.taken_by ?? row.offer_to ?? undefined;
  });
  tellQueue(parts, [id], staffId);
}

/** Ends what nobody has touched for a day. @returns how many */
export async function closeStale(parts: Parts): Promise<number> {
  const before = parts.clock.now() - STALE_MS;
  const stale = await listStale(parts.store.db, before);
  for (const { id } of stale) {
    await parts.store.write(async (tx) => {
      const row = await holdConversation(tx, id);
      if (!row || row.state === 'closed' || (row.touched_at ?? 0) >= before) return;
      await end(tx, parts, row, { actor: 'system', reason: 'day-passed' });
    });
  }
  if (stale.length > 0)
    tellQueue(
      parts,
      stale.map((row) => row.id),
    );
  return stale.length;
}
