import { ownersOf, type Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { holdClaim, type ClaimRecord } from '../../store/claims.ts';
import type { Tx } from '../../store/store.ts';

/** Takes a claim of this person for a change. @throws ProblemError 404, also for somebody else's */
export async function takeOwnClaim(
  tx: Tx,
  parts: Parts,
  who: Who,
  id: string,
): Promise<ClaimRecord> {
  const claim = await holdClaim(tx, parts.seal, id, ownersOf(who));
  if (!claim) throw new ProblemError('not-found', 404);
  return claim;
}

/** Takes any claim for a change by staff, whose routes ask for a role first. @throws ProblemError 404 */
export async function takeClaim(tx: Tx, parts: Parts, id: string): Promise<ClaimRecord> {
  const claim = await holdClaim(tx, parts.seal, id);
  if (!claim) throw new ProblemError('not-found', 404);
  return claim;
}
