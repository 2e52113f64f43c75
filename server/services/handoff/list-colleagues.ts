import type { Colleague } from '#domain/api/staff-queue.ts';
import type { Parts } from '../../parts.ts';
import { listTalkers } from '../../store/staff-lists.ts';
import { listThere } from '../../store/presence.ts';
import { agentOf } from './queue-entry.ts';
import { skillsOf, THERE_MS } from './presence.ts';

/** Whom a conversation can be handed to: everybody who talks with customers, and whether they are there. */
export async function listColleagues(parts: Parts): Promise<Colleague[]> {
  const there = await listThere(parts.store.db, parts.clock.now() - THERE_MS);
  return (await listTalkers(parts.store.db)).map((member) => {
    const row = there.find((one) => one.staff_id === member.id);
    return {
      id: member.id,
      displayName: member.display_name,
      role: member.role,
      state: row?.state ?? 'away',
      isThere: row !== undefined,
      room: row ? Math.max(0, agentOf(row).room) : 0,
      skills: skillsOf(member),
    };
  });
}
