import type { StaffMember } from '#domain/api/staff.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { findConversationById } from '../../store/conversations.ts';
import type { ConversationTable } from '../../store/schema-handoff.ts';
import type { Db } from '../../store/store.ts';
import { may } from '../staff/roles.ts';

/** Who speaks in a conversation. */
export type Party = { side: 'customer'; who: Who } | { side: 'agent'; staff: StaffMember };

/** Who had a conversation may look at it for a day after it ended: for notes. */
const AFTER_MS = 24 * 3_600_000;

/** Whether they may read this conversation now. Asked again with every change: a hand-over ends it. */
export function mayRead(
  party: Party,
  row: Pick<ConversationTable, 'owner' | 'state' | 'taken_by' | 'closed_at'>,
  now: number,
): boolean {
  if (party.side === 'customer') return ownersOf(party.who).includes(row.owner);
  if (!may(party.staff.role, 'talk')) return false;
  if (may(party.staff.role, 'supervise')) return true;
  if (row.taken_by !== party.staff.id) return false;
  return row.state === 'active' || (row.closed_at !== null && now - row.closed_at < AFTER_MS);
}

/** Whether they may write into it: the customer always, of the staff only who has it. */
export function mayWrite(
  party: Party,
  row: Pick<ConversationTable, 'owner' | 'state' | 'taken_by'>,
): boolean {
  if (party.side === 'customer') return ownersOf(party.who).includes(row.owner);
  return row.state === 'active' && row.taken_by === party.staff.id;
}

/** A conversation that they may read. @throws ProblemError 404, also for one that is not theirs */
export async function readableConversation(
  db: Db,
  parts: Pick<Parts, 'clock'>,
  party: Party,
  id: string,
): Promise<ConversationTable> {
  const row = await findConversationById(db, id);
  if (!row || !mayRead(party, row, parts.clock.now())) throw new ProblemError('not-found', 404);
  return row;
}

/** The actor of an audit entry. */
export function auditActor(party: Party): { kind: 'customer' | 'staff'; id?: string } {
  return party.side === 'customer'
    ? { kind: 'customer', id: party.who.customerId }
    : { kind: 'staff', id: party.staff.id };
}
