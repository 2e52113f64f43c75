import type { Seal } from './seal.ts';
import type { Db, Tx } from './store.ts';

/** An event as two people would file it: the same insured person, kind of claim and day. */
export interface FiledEvent {
  /** Name and day of birth, or the insurer's id: the same person whoever's policy names them. */
  person: string;
  flow: string;
  day: string;
}

const PURPOSE = 'filed-event';
const textOf = ({ person, flow, day }: FiledEvent): string => JSON.stringify([person, flow, day]);

/** Notes which event a claim is about. */
export async function insertFiledEvent(
  tx: Tx,
  seal: Seal,
  filed: { claimId: string; customerId: string; event: FiledEvent; now: number },
): Promise<void> {
  const row = {
    claim_id: filed.claimId,
    event_index: seal.blindIndex(PURPOSE, textOf(filed.event)),
    customer_id: filed.customerId,
    created_at: filed.now,
  };
  await tx
    .insertInto('filed_event')
    .values(row)
    .onConflict((oc) => oc.column('claim_id').doUpdateSet(row))
    .execute();
}

/** Claims about this event that stand, whoever sent them, the oldest first. */
export function listFiledClaims(
  db: Db,
  seal: Seal,
  event: FiledEvent,
): Promise<{ claim_id: string; customer_id: string }[]> {
  return db
    .selectFrom('filed_event')
    .innerJoin('claim', 'claim.id', 'filed_event.claim_id')
    .select(['filed_event.claim_id', 'filed_event.customer_id'])
    .where('filed_event.event_index', 'in', seal.blindIndexes(PURPOSE, textOf(event)))
    .where('claim.status', '!=', 'withdrawn')
    .orderBy('filed_event.created_at')
    .orderBy('filed_event.claim_id')
    .execute();
}
