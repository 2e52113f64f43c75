import type { Claim } from '#domain/api/claim.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { isUndecided, lastDecision } from './standing.ts';
import { mayWithdraw } from './withdraw-claim.ts';

/** Whether another person may be asked to look again: there is a decision, and nobody is looking at it (C10). */
export function mayAskReview(claim: ClaimRecord): boolean {
  return claim.status !== 'withdrawn' && !isUndecided(claim) && lastDecision(claim) !== undefined;
}

/** What the customer may do with a claim now; the services hold to the same. */
export function mayDo(claim: ClaimRecord, now: number): Claim['can'] {
  const isReversible = mayWithdraw(claim, now);
  return {
    withdraw: isReversible,
    proceed: isReversible,
    askReview: mayAskReview(claim),
    sendPapers: claim.status === 'papers-needed',
  };
}
