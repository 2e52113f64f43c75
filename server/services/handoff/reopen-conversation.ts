import type { HelpRequest } from '#domain/api/help.ts';
import { creditOf } from '#domain/handoff/credit.ts';
import { ownerOf, ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import {
  findOpenConversation,
  holdConversation,
  updateConversation,
} from '../../store/conversations.ts';
import { findCustomer } from '../../store/customers.ts';
import { isUniqueViolation } from '../../store/engine-of.ts';
import { standingOf } from '../customer-view.ts';
import { viewHelpRequest } from '../queue-place.ts';
import { tellQueue } from './queue-entry.ts';
import { writeEvent } from './write-event.ts';

/** Who knows the conversation is asked alone for so long; the customer does not wait for them any longer. */
const PREFERRED_MS = 15_000;

/**
 * Goes on with a conversation that has ended, in one tap: the same one, waiting again. Where the person has another one
 * open meanwhile, that is theirs; where it never ended, nothing changes.
 * @throws ProblemError 404
 */
export async function reopenConversation(parts: Parts, who: Who, id: string): Promise<HelpRequest> {
  const request = await reopen(parts, who, id).catch((error: unknown) => {
    // Two at once, each of another conversation or beside a new request: who is second finds what the first one opened.
    if (isUniqueViolation(error)) return reopen(parts, who, id);
    throw error;
  });
  tellQueue(parts, [request.conversationId]);
  return request;
}

function reopen(parts: Parts, who: Who, id: string): Promise<HelpRequest> {
  return parts.store.write(async (tx) => {
    const row = await holdConversation(tx, id);
    if (!row || !ownersOf(who).includes(row.owner)) throw new ProblemError('not-found', 404);
    if (row.state !== 'closed') return viewHelpRequest(tx, parts, row);
    const other = await findOpenConversation(tx, ownersOf(who));
    if (other) return viewHelpRequest(tx, parts, other);
    const now = parts.clock.now();
    const customer = who.customerId
      ? await findCustomer(tx, parts.seal, who.customerId)
      : undefined;
    await updateConversation(tx, id, {
      state: 'waiting',
      open_owner: ownerOf(who),
      enqueued_at: now,
      asked_at: now,
      credit_ms: creditOf(standingOf(parts, customer), parts.config.credit),
      wants: 'chat',
      not_before: null,
      // Who knows it already is asked first.
      prefers: row.taken_by,
      prefers_until: row.taken_by ? now + PREFERRED_MS : null,
      taken_by: null,
      taken_at: null,
      first_taken_at: null,
      closed_at: null,
      shown_place: null,
      touched_at: now,
      customer_seen_at: now,
    });
    await writeEvent(tx, parts, id, { kind: 'reopened', actor: 'customer', body: {} });
    const again = await holdConversation(tx, id);
    if (!again) throw new ProblemError('not-found', 404);
    return viewHelpRequest(tx, parts, again);
  });
}
