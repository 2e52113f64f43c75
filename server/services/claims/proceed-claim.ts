import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import type { Tx } from '../../store/store.ts';
import { takeOwnClaim } from './own-claim.ts';
import { tellClaim, wakeClaimJob } from './tell-claim.ts';

/**
 * The customer, asked plainly, needs no more time to take the claim back: it is looked at now, and what is agreed is
 * paid at once. Said again, or when the time is over anyway, it changes nothing.
 * @throws ProblemError 404; 409 `claim-closed` for one that was taken back
 */
export async function proceedClaim(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  id: string,
): Promise<void> {
  const claim = await takeOwnClaim(tx, parts, who, id);
  if (claim.status === 'withdrawn') throw new ProblemError('claim-closed', 409);
  const now = parts.clock.now();
  if (claim.work.proceedAt !== undefined || now >= claim.withdraw_until) return;
  await tellClaim(
    tx,
    parts,
    { ...claim, work: { ...claim.work, proceedAt: now } },
    {
      audit: { actor: { kind: 'customer', id: who.customerId }, action: 'claim-proceed' },
      news: [{ kind: 'proceed', actor: 'customer' }],
    },
  );
  if (claim.status === 'received') await wakeClaimJob(tx, parts, 'assess-claim', claim.id, now);
  if (claim.work.payments.length > 0) await wakeClaimJob(tx, parts, 'pay-claim', claim.id, now);
}
