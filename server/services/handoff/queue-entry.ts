import type { Agent, Waiting } from '#domain/handoff/queue.ts';
import type { Parts } from '../../parts.ts';
import type { StaffThere } from '../../store/presence.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import { skillsOf } from './presence.ts';
import { DESK, deskOf, QUEUE } from './subjects.ts';

/** A row of the queue as the rules see it. */
export function entryOf(row: ConversationTable, passedBy: readonly string[] = []): Waiting {
  return {
    id: row.id,
    enqueuedAt: row.enqueued_at,
    creditMs: row.credit_ms,
    ...(row.not_before === null ? {} : { notBefore: row.not_before }),
    needs: row.needs ? (JSON.parse(row.needs) as string[]) : [],
    ...(row.prefers === null ? {} : { prefers: row.prefers }),
    ...(row.prefers_until === null ? {} : { prefersUntil: row.prefers_until }),
    passedBy,
  };
}

/** A member of staff as the rules see them. */
export function agentOf(row: StaffThere): Agent {
  return {
    id: row.staff_id,
    role: row.role,
    skills: skillsOf(row),
    room: row.capacity - Number(row.active) - Number(row.offered),
    idleSince: row.idle_since,
  };
}

/** Tells whom it concerns: the readers of these conversations, who gives out the next one, and the desks. After the commit. */
export function tellQueue(parts: Parts, ids: readonly string[], staffId?: string): void {
  for (const id of ids) parts.hints.notify(id);
  parts.hints.notify(QUEUE);
  parts.hints.notify(DESK);
  if (staffId) parts.hints.notify(deskOf(staffId));
}
