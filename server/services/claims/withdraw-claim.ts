import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { giveAppointmentsBack } from '../../store/appointments.ts';
import { detachFromClaim } from '../../store/draft-documents.ts';
import { reopenDraft } from '../../store/drafts.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import type { Tx } from '../../store/store.ts';
import { takeOwnClaim } from './own-claim.ts';
import { tellClaim, wakeClaimJob } from './tell-claim.ts';

/** Whether it may still be taken back without a reason (MS-2.6.1). */
export function mayWithdraw(claim: ClaimRecord, now: number): boolean {
  return (
    claim.status !== 'withdrawn' && claim.work.proceedAt === undefined && now < claim.withdraw_until
  );
}

/**
 * Takes a claim back: its draft is open again with all answers and photos, and can be changed and sent as a new claim.
 * Taken back already, it says the same again.
 * @throws ProblemError 404; 409 `withdraw-window-passed`
 */
export async function withdrawClaim(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  id: string,
): Promise<{ draftId: string }> {
  const claim = await takeOwnClaim(tx, parts, who, id);
  if (claim.status === 'withdrawn') return { draftId: claim.former_draft_id ?? claim.draft_id };
  const now = parts.clock.now();
  if (!mayWithdraw(claim, now)) throw new ProblemError('withdraw-window-passed', 409);
  const draftId = claim.draft_id;
  await tellClaim(
    tx,
    parts,
    {
      ...claim,
      status: 'withdrawn',
      // One claim of one draft: the draft is free for the claim that is sent next.
      draft_id: `withdrawn:${claim.id}`,
      former_draft_id: draftId,
      work: {
        ...claim.work,
        withdrawnAt: now,
        payments: claim.work.payments.map((payment) => ({ ...payment, state: 'dropped' })),
      },
    },
    {
      audit: { actor: { kind: 'customer', id: who.customerId }, action: 'claim-withdrawn' },
      news: [{ kind: 'withdrawn', actor: 'customer' }],
      texts: [{ purpose: 'claim-withdrawn' }],
    },
  );
  await detachFromClaim(tx, claim.id);
  await reopenDraft(tx, draftId, now);
  await giveAppointmentsBack(tx, claim.id, draftId);
  await wakeClaimJob(tx, parts, 'recall-claim', claim.id, now);
  return { draftId };
}
