import { queueRank } from './conversations.ts';
import type { ConversationTable } from './schema-handoff.ts';
import type { ClaimTable } from './schema-claim.ts';
import type { StaffTable } from './schema.ts';
import type { Db } from './store.ts';

const listed = [
  'id',
  'number',
  'flow',
  'status',
  'lane',
  'customer_id',
  'submitted_at',
  'promise_by',
  'urgency',
  'task',
  'alerts',
  'in_charge',
] as const;
export type ListedClaim = Pick<ClaimTable, (typeof listed)[number]>;

/** Where a page of claims goes on: behind the last one shown. */
export interface ClaimCursor {
  urgency: number;
  submittedAt: number;
  id: string;
}

export interface ClaimFilter {
  after?: ClaimCursor;
  /** Something waits for staff. */
  isToDo?: boolean;
  fromUrgency?: number;
  inCharge?: string;
}

/** Claims of everybody, the most urgent first, then the newest; for staff, whose routes ask for a role first. */
export function listClaimsForStaff(
  db: Db,
  limit: number,
  { after, isToDo, fromUrgency, inCharge }: ClaimFilter = {},
): Promise<ListedClaim[]> {
  let query = db
    .selectFrom('claim')
    .select(listed)
    .orderBy('urgency', 'desc')
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(limit);
  if (isToDo) query = query.where('task', 'is not', null);
  if (fromUrgency !== undefined) query = query.where('urgency', '>=', fromUrgency);
  if (inCharge !== undefined) query = query.where('in_charge', '=', inCharge);
  if (after) {
    const { urgency, submittedAt, id } = after;
    query = query.where((eb) =>
      eb.or([
        eb('urgency', '<', urgency),
        eb.and([
          eb('urgency', '=', urgency),
          eb.or([
            eb('submitted_at', '<', submittedAt),
            eb.and([eb('submitted_at', '=', submittedAt), eb('id', '>', id)]),
          ]),
        ]),
      ]),
    );
  }
  return query.execute();
}

/** Open conversations of everybody, in the order in which they are taken. */
export function listOpenConversations(db: Db, limit: number): Promise<ConversationTable[]> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('state', '!=', 'closed')
    .orderBy(queueRank)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Everybody of the staff who talks with customers from afar. */
export function listTalkers(
  db: Db,
): Promise<Pick<StaffTable, 'id' | 'display_name' | 'role' | 'skills'>[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'display_name', 'role', 'skills'])
    .where('disabled_at', 'is', null)
    .where('role', 'in', ['agent', 'supervisor'])
    .orderBy('username')
    .limit(500)
    .execute();
}
