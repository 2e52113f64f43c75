import type { Flow } from '#domain/flow/types.ts';
import type { Parts } from '../../parts.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { savePolicies } from '../../store/claim-policies.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { insertFiledEvent, listFiledClaims } from '../../store/filed-events.ts';
import type { Tx } from '../../store/store.ts';
import { coverOf, filedEventOf } from './claim-context.ts';

/**
 * Keeps with a claim what the insurer's side of it was when it was sent: the policies that pay, all at once (C2), and
 * which event it is, so that the same one filed by another person is noticed.
 */
export async function recordCover(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  customer: CustomerRecord,
  flow: Flow,
): Promise<void> {
  const { paying } = coverOf(customer, flow, claim.answers);
  await savePolicies(tx, parts.seal, claim.id, paying);
  const event = filedEventOf(customer, flow, claim.answers);
  if (!event) return;
  await insertFiledEvent(tx, parts.seal, {
    claimId: claim.id,
    customerId: customer.id,
    event,
    now: claim.submitted_at,
  });
  await listFiledClaims(tx, parts.seal, event);
}
