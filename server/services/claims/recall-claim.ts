import type { Parts } from '../../parts.ts';
import { findClaimById } from '../../store/claims.ts';
import type { LeasedJob } from '../../store/store.ts';

/** The job that tells the insurer that a claim which it was handed was taken back. */
export async function recallClaim(parts: Parts, job: LeasedJob): Promise<void> {
  const claim = await findClaimById(parts.store.db, parts.seal, job.subject);
  if (claim?.status !== 'withdrawn') return;
  await parts.insurer.recallClaim(claim.id);
}
