import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addWorkingHours } from '#domain/lane/working-days.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { findStaffById } from '../../store/staff.ts';
import type { Tx } from '../../store/store.ts';
import { deadlineWords } from '../moment-words.ts';
import { nextInCharge, viewInCharge } from './in-charge.ts';
import { mayAskReview } from './may-do.ts';
import { takeOwnClaim } from './own-claim.ts';
import { lastDecision } from './standing.ts';
import { lngOf, tellClaim, type ClaimNews, type ClaimText } from './tell-claim.ts';

/** Whoever decided is not in charge of the second look: somebody else takes it over, and the customer is told who. */
async function otherInCharge(tx: Tx, claim: ClaimRecord) {
  const deciders = claim.work.decisions.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : []));
  if (!claim.in_charge || !deciders.includes(claim.in_charge)) return undefined;
  const id = await nextInCharge(tx, deciders);
  return id ? findStaffById(tx, id) : undefined;
}

/**
 * Another person looks at a decision again, with a clock of its own (C10). What was not paid yet waits for them. Asked
 * for already, it stays as it is.
 * @throws ProblemError 404; 409 `claim-closed`, `review-not-now`
 */
export async function askReview(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  id: string,
): Promise<void> {
  const claim = await takeOwnClaim(tx, parts, who, id);
  if (claim.status === 'withdrawn') throw new ProblemError('claim-closed', 409);
  if (claim.status === 'reopened') return;
  if (!mayAskReview(claim)) throw new ProblemError('review-not-now', 409);
  const now = parts.clock.now();
  const number = claim.work.reviews.length + 1;
  const promiseBy = addWorkingHours(now, parts.laneRules.reviewHours);
  const staff = await otherInCharge(tx, claim);
  const news: ClaimNews[] = [
    { kind: 'review-asked', once: `review-${number}`, actor: 'customer' },
    ...(staff
      ? [{ kind: 'in-charge', once: `in-charge-${staff.id}-${number}`, actor: 'system' } as const]
      : []),
  ];
  const texts: ClaimText[] = [
    { purpose: 'review-asked', values: { promise: deadlineWords(lngOf(claim), promiseBy) } },
    ...(staff ? [{ purpose: 'in-charge', values: viewInCharge(parts, staff) } as const] : []),
  ];
  await tellClaim(
    tx,
    parts,
    {
      ...claim,
      status: 'reopened',
      promise_by: promiseBy,
      in_charge: staff?.id ?? claim.in_charge,
      // The new promise is raised anew; the law's day to decide has passed its test.
      alerts: claim.alerts.filter(({ kind }) => !kind.startsWith('promise')),
      work: {
        ...claim.work,
        promisedAt: now,
        reviews: [...claim.work.reviews, { askedAt: now }],
        payments: claim.work.payments.map((payment) =>
          payment.state === 'waiting' || payment.state === 'held'
            ? { ...payment, state: 'dropped' }
            : payment,
        ),
      },
    },
    {
      audit: {
        actor: { kind: 'customer', id: who.customerId },
        action: 'claim-review-asked',
        detail: { of: lastDecision(claim)?.outcome, by: lastDecision(claim)?.by.kind },
      },
      news,
      texts,
    },
  );
}
