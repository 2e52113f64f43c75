import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import type { PayoutCallOutcome, StoredPayment } from '../../../store/claim-work.ts';
import type { Tx } from '../../../store/store.ts';
import { takeClaim } from '../../claims/own-claim.ts';
import { handedOut } from '../../claims/payout-account.ts';
import { wakePayment } from '../../claims/record-decision.ts';
import { isCalled, lastPayment } from '../../claims/standing.ts';
import { tellClaim } from '../../claims/tell-claim.ts';

/**
 * What came of the call on the old number about a changed account (P4). Confirmed, the money goes when the hold is over;
 * denied, it goes to no account but is handed to the person at a branch.
 * @throws ProblemError 404; 409 `payout-call-not-now`
 */
export async function notePayoutCall(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  outcome: PayoutCallOutcome,
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  const payment = lastPayment(claim);
  const isAgreed = claim.status === 'approved' || claim.status === 'partly-approved';
  if (!isAgreed || payment?.state !== 'held' || isCalled(payment)) {
    const before = payment?.calls[payment.calls.length - 1];
    if (before?.by === staff.id && before.outcome === outcome) return;
    throw new ProblemError('payout-call-not-now', 409);
  }
  const now = parts.clock.now();
  const called: StoredPayment = {
    ...payment,
    calls: [...payment.calls, { at: now, by: staff.id, outcome }],
    ...(outcome === 'denied' ? { state: 'dropped' } : {}),
  };
  const agreed = { amountFen: payment.amountFen, at: payment.agreedAt };
  const instead = outcome === 'denied' ? handedOut(parts, agreed) : undefined;
  const payments = claim.work.payments.map((one) => (one.order === payment.order ? called : one));
  const changed = await tellClaim(
    tx,
    parts,
    {
      ...claim,
      work: { ...claim.work, payments: [...payments, ...(instead ? [instead] : [])] },
    },
    {
      audit: {
        actor: { kind: 'staff', id: staff.id },
        action: 'claim-payout-called',
        detail: { order: payment.order, outcome },
      },
      ...(outcome === 'not-reached'
        ? {}
        : {
            news: [
              {
                kind: 'payout-called',
                once: `called-${payment.order}`,
                actor: 'staff',
                body: { outcome },
              },
            ],
          }),
      ...(outcome === 'denied' ? { texts: [{ purpose: 'payout-stopped' }] } : {}),
    },
  );
  if (outcome !== 'not-reached') await wakePayment(tx, parts, changed, instead ?? called);
}
