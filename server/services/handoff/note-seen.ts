import type { Parts } from '../../parts.ts';
import { updateConversation } from '../../store/conversations.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Party } from './party.ts';

/** A customer's look is noted at most so often. */
const EVERY_MS = 60_000;

/** Notes that the customer's page is open: who has gone away for a day holds no place. */
export async function noteSeen(parts: Parts, party: Party, row: ConversationTable): Promise<void> {
  if (party.side !== 'customer' || row.state === 'closed') return;
  const now = parts.clock.now();
  if (now - (row.customer_seen_at ?? 0) < EVERY_MS) return;
  await parts.store.write((tx) => updateConversation(tx, row.id, { customer_seen_at: now }));
}
