import { mayServe } from '#domain/handoff/queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import type { TakeReason } from '#domain/handoff/take-reasons.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { countActive, ensurePresence, holdPresence } from '../../store/presence.ts';
import { holdDue } from '../../store/queue.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { findStaffById } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';
import { giveTo } from './give-to.ts';
import { newPresence, skillsOf } from './presence.ts';
import { entryOf, tellQueue } from './queue-entry.ts';

const LOOK_AT = 50;
/** Under this subject the audit keeps who was taken before their turn. */
export const QUEUE_ORDER = { kind: 'queue', id: 'order' } as const;

async function chooseNext(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  { skills, wantedId }: { skills: readonly string[]; wantedId?: string },
): Promise<{ row: ConversationTable; overtaken: number } | undefined> {
  const now = parts.clock.now();
  const agent = { id: staff.id, role: staff.role, skills, room: 1, idleSince: 0 };
  // First around what others are giving away just now; a row held by a customer's tap is waited for.
  for (const others of ['skip', 'wait'] as const) {
    const rows = await holdDue(tx, now, LOOK_AT, others);
    const served = rows.filter((row) => mayServe(agent, entryOf(row), now));
    const at = wantedId ? served.findIndex(({ id }) => id === wantedId) : 0;
    const row = served[at];
    if (row) return { row, overtaken: at };
  }
  return undefined;
}

/** Somebody goes before those who stand in front of them: who did it and why is kept, and how many it were. */
async function keepPick(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  { row, overtaken }: { row: ConversationTable; overtaken: number },
  reason: TakeReason | undefined,
): Promise<void> {
  if (overtaken === 0) return;
  if (!reason) {
    throw new ProblemError('reason-needed', 422, {
      errors: [{ field: 'reason', code: 'reason-needed' }],
    });
  }
  await addAudit(tx, parts, {
    actor: { kind: 'staff', id: staff.id },
    action: 'order-overtaken',
    subject: QUEUE_ORDER,
    detail: { conversation: row.id, reason, overtaken },
  });
}

/**
 * Gives a member the one who is next, also when somebody else is being asked for them: who is ready now goes first.
 * @param picked one of those near the front, whom this member wants: others keep their places. With the reason, where
 *   somebody this member could take stands before them
 * @throws ProblemError 422 reason-needed
 * @returns the conversation; nothing when nobody waits, the member has no room, or the wanted one is taken
 */
export async function takeNext(
  parts: Parts,
  staff: StaffMember,
  picked: { wantedId?: string; reason?: TakeReason } = {},
): Promise<string | undefined> {
  const { wantedId, reason } = picked;
  const taken = await parts.store.write(async (tx) => {
    await ensurePresence(tx, newPresence(staff.id, parts.clock.now()));
    const presence = await holdPresence(tx, staff.id);
    if (!presence || (await countActive(tx, staff.id)) >= presence.capacity) return undefined;
    const skills = skillsOf(await findStaffById(tx, staff.id));
    const next = await chooseNext(tx, parts, staff, { skills, wantedId });
    if (!next) return undefined;
    await keepPick(tx, parts, staff, next, reason);
    await giveTo(tx, parts, next.row, staff);
    return next.row;
  });
  if (taken) {
    tellQueue(parts, [taken.id], staff.id);
    if (taken.offer_to && taken.offer_to !== staff.id) tellQueue(parts, [], taken.offer_to);
  }
  return taken?.id;
}
