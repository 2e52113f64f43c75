import type { AgeBand } from '#domain/lane/age.ts';
import type { Parts } from '../parts.ts';
import { moveCallbacks } from '../store/callbacks.ts';
import { findOpenConversation, updateConversation } from '../store/conversations.ts';
import { appendEvent } from '../store/streams.ts';
import type { ConversationTable } from '../store/schema-handoff.ts';
import type { Tx } from '../store/store.ts';

interface Merge {
  /** The session's owner key. */
  from: string;
  /** The customer's. */
  to: string;
  customerId: string;
  creditMs: number;
  ageBand: AgeBand;
}

async function close(tx: Tx, parts: Parts, row: ConversationTable, into: string): Promise<void> {
  const now = parts.clock.now();
  await updateConversation(tx, row.id, {
    state: 'closed',
    open_owner: null,
    closed_at: now,
    offer_id: null,
    offer_to: null,
  });
  await appendEvent(tx, parts.seal, {
    streamId: row.id,
    clientId: `merged:${into}`,
    kind: 'closed',
    actor: 'system',
    body: { reason: 'merged', mergedInto: into },
    at: now,
  });
}

/**
 * One person, one open conversation, also when a request made before the sign-in meets one made on another device.
 * The one with an agent goes on; else the one on the screen now, with the earlier place of the two.
 */
export async function mergeConversations(tx: Tx, parts: Parts, merge: Merge): Promise<void> {
  const here = await findOpenConversation(tx, [merge.from]);
  const there = await findOpenConversation(tx, [merge.to]);
  const going = there && here ? (there.state === 'active' ? there : here) : (here ?? there);
  if (!going) return;
  const ending = there && here ? (going === here ? there : here) : undefined;
  if (ending) {
    await close(tx, parts, ending, going.id);
    await moveCallbacks(tx, ending.id, { conversationId: going.id, owner: merge.to });
  }
  await updateConversation(tx, going.id, {
    owner: merge.to,
    open_owner: merge.to,
    customer_id: merge.customerId,
    enqueued_at: Math.min(going.enqueued_at, ending?.enqueued_at ?? going.enqueued_at),
    asked_at: Math.min(going.asked_at, ending?.asked_at ?? going.asked_at),
    credit_ms: Math.max(merge.creditMs, going.credit_ms),
    age_band: merge.ageBand,
    // A call that was asked for on the other device stays at its time.
    ...(ending?.wants === 'call' && going.state === 'waiting'
      ? {
          wants: 'call' as const,
          not_before: ending.not_before,
          enqueued_at: ending.enqueued_at,
        }
      : {}),
  });
}
