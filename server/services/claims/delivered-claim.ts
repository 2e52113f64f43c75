import type { PayablePolicy } from '#domain/api/policy.ts';
import type { DeliveredClaim } from '../../adapters/insurer/insurer.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import type { CustomerRecord } from '../../store/customers.ts';

/** A claim as the insurer's core takes it. */
export function deliveredClaim(
  claim: ClaimRecord,
  customer: CustomerRecord | undefined,
  policies: readonly PayablePolicy[],
): DeliveredClaim {
  return {
    id: claim.id,
    number: claim.number,
    customerRef: customer?.profile?.ref,
    flow: claim.flow,
    flowVersion: claim.flow_version,
    answers: claim.answers,
    lane: claim.lane,
    submittedAt: new Date(claim.submitted_at).toISOString(),
    policyIds: [...new Set(policies.map(({ id }) => id))],
  };
}
