import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { holdConversation, updateConversation } from '../../store/conversations.ts';
import { findPresence, updatePresence } from '../../store/presence.ts';
import { listInHand } from '../../store/queue.ts';
import { GRACE_MS, THERE_MS } from './presence.ts';
import { tellQueue } from './queue-entry.ts';
import { requeue } from './requeue.ts';
import { writeEvent } from './write-event.ts';

type Finding = 'lost' | 'back' | 'gone';

function judge(
  one: { lost_at: number | null; seen_at: number | null },
  now: number,
): Finding | undefined {
  const silent = now - (one.seen_at ?? 0);
  if (silent <= THERE_MS) return one.lost_at === null ? undefined : 'back';
  if (one.lost_at === null) return 'lost';
  return silent > THERE_MS + GRACE_MS ? 'gone' : undefined;
}

/**
 * Looks for agents whose line broke. Their customers are told at once; after a minute's grace they wait again at the
 * front, and are told so.
 * @returns how many conversations were told of
 */
export async function findLostAgents(parts: Parts): Promise<number> {
  const now = parts.clock.now();
  let found = 0;
  for (const one of await listInHand(parts.store.db)) {
    const finding = judge(one, now);
    const { taken_by: staffId } = one;
    if (!finding || !staffId) continue;
    await parts.store.write(async (tx) => {
      const row = await holdConversation(tx, one.id);
      if (row?.state !== 'active' || row.taken_by !== staffId) return;
      const presence = await findPresence(tx, staffId);
      if (judge({ ...row, seen_at: presence?.seen_at ?? null }, now) !== finding) return;
      if (finding === 'gone') {
        await requeue(tx, parts, row, 'agent-lost');
        await updatePresence(tx, staffId, { state: 'away' });
        await addAudit(tx, parts, {
          actor: { kind: 'system' },
          action: 'agent-lost',
          subject: { kind: 'conversation', id: row.id },
          detail: { staff: staffId },
        });
        return;
      }
      await updateConversation(tx, row.id, { lost_at: finding === 'lost' ? now : null });
      await writeEvent(tx, parts, row.id, {
        kind: finding === 'lost' ? 'agent-lost' : 'agent-back',
        actor: 'system',
        body: {},
      });
    });
    found += 1;
    tellQueue(parts, [one.id], staffId);
  }
  return found;
}
