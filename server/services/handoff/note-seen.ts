import type { Parts } from '../../parts.ts';
import { batchedBy } from '../../store/batched.ts';
import { markSeen } from '../../store/conversations.ts';
import type { LogEnd } from '../../store/log-end.ts';
import type { Store } from '../../store/store.ts';
import type { Party } from './party.ts';

/** A customer's look is noted at most so often. */
const EVERY_MS = 60_000;

/** Ten thousand open pages look once a minute each: what comes while one is noted is noted together. */
const looks = batchedBy<Store, string, true>(async (store, looked) => {
  const seen = new Map<string, number>();
  for (const look of looked) {
    const [id = '', at] = look.split(' ');
    seen.set(id, Math.max(Number(at), seen.get(id) ?? 0));
  }
  const now = Math.max(...seen.values());
  await store.write((tx) => markSeen(tx, [...seen.keys()], now));
  return new Map(looked.map((look) => [look, true]));
});

/** Notes that the customer's page is open: who has gone away for a day holds no place. */
export async function noteSeen(
  parts: Parts,
  party: Party,
  row: Pick<LogEnd, 'id' | 'state' | 'customer_seen_at'>,
): Promise<void> {
  if (party.side !== 'customer' || row.state === 'closed') return;
  const now = parts.clock.now();
  if (now - (row.customer_seen_at ?? 0) < EVERY_MS) return;
  await looks(parts.store).get(`${row.id} ${now}`);
}
