import { queueRank } from './conversations.ts';
import type { ConversationTable } from './schema.ts';
import type { ClaimTable } from './schema-claim.ts';
import type { Db } from './store.ts';

export type ListedClaim = Pick<
  ClaimTable,
  'id' | 'number' | 'flow' | 'status' | 'lane' | 'customer_id' | 'submitted_at' | 'promise_by'
>;

/** Where a page of claims goes on: behind the last one shown. */
export interface ClaimCursor {
  submittedAt: number;
  id: string;
}

/** Claims of everybody, newest first; for staff, whose routes ask for a role first. */
export function listClaimsForStaff(
  db: Db,
  limit: number,
  after?: ClaimCursor,
): Promise<ListedClaim[]> {
  let query = db
    .selectFrom('claim')
    .select(['id', 'number', 'flow', 'status', 'lane', 'customer_id', 'submitted_at', 'promise_by'])
    .orderBy('submitted_at', 'desc')
    .orderBy('id')
    .limit(limit);
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('submitted_at', '<', after.submittedAt),
        eb.and([eb('submitted_at', '=', after.submittedAt), eb('id', '>', after.id)]),
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
