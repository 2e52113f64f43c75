import { mayServe } from '#domain/handoff/queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { Parts } from '../../parts.ts';
import { countActive, ensurePresence, holdPresence } from '../../store/presence.ts';
import { holdDue } from '../../store/queue.ts';
import { findStaffById } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';
import { giveTo } from './give-to.ts';
import { newPresence, skillsOf } from './presence.ts';
import { entryOf, tellQueue } from './queue-entry.ts';

const LOOK_AT = 50;

async function chooseNext(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  { skills, wantedId }: { skills: readonly string[]; wantedId?: string },
) {
  const now = parts.clock.now();
  const agent = { id: staff.id, role: staff.role, skills, room: 1, idleSince: 0 };
  // First around what others are giving away just now; a row held by a customer's tap is waited for.
  for (const others of ['skip', 'wait'] as const) {
    const rows = await holdDue(tx, now, LOOK_AT, others);
    const next = rows.find(
      (row) => (!wantedId || row.id === wantedId) && mayServe(agent, entryOf(row), now),
    );
    if (next) return next;
  }
  return undefined;
}

/**
 * Gives a member the one who is next, also when somebody else is being asked for them: who is ready now goes first.
 * @param wantedId one of those near the front, whom this member knows: others keep their places
 * @returns the conversation; nothing when nobody waits, the member has no room, or the wanted one is taken
 */
export async function takeNext(
  parts: Parts,
  staff: StaffMember,
  wantedId?: string,
): Promise<string | undefined> {
  const taken = await parts.store.write(async (tx) => {
    await ensurePresence(tx, newPresence(staff.id, parts.clock.now()));
    const presence = await holdPresence(tx, staff.id);
    if (!presence || (await countActive(tx, staff.id)) >= presence.capacity) return undefined;
    const skills = skillsOf(await findStaffById(tx, staff.id));
    const next = await chooseNext(tx, parts, staff, { skills, wantedId });
    if (next) await giveTo(tx, parts, next, staff);
    return next;
  });
  if (taken) {
    tellQueue(parts, [taken.id], staff.id);
    if (taken.offer_to && taken.offer_to !== staff.id) tellQueue(parts, [], taken.offer_to);
  }
  return taken?.id;
}
