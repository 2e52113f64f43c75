import type { Claim, ClaimSummary } from '#domain/api/claim.ts';
import { ownersOf, type Who } from '../http/context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { findClaim, listClaims } from '../store/claims.ts';
import { viewClaim, viewSummary } from './claim-view.ts';

/** A person's claims, the newest first. */
export async function readClaims(parts: Parts, who: Who): Promise<ClaimSummary[]> {
  return (await listClaims(parts.store.db, ownersOf(who))).map(viewSummary);
}

/** One of a person's claims. @throws ProblemError 404, also for somebody else's */
export async function readOneClaim(parts: Parts, who: Who, id: string): Promise<Claim> {
  const claim = await findClaim(parts.store.db, parts.seal, id, ownersOf(who));
  if (!claim) throw new ProblemError('not-found', 404);
  return viewClaim(parts.store.db, parts, claim);
}
