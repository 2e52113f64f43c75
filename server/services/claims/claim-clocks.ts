import type { AlertKind } from '#domain/lane/clocks.ts';
import type { Parts } from '../../parts.ts';
import { holdClaim, type ClaimRecord } from '../../store/claims.ts';
import { findStaffById } from '../../store/staff.ts';
import type { LeasedJob, Tx } from '../../store/store.ts';
import { viewInCharge } from './in-charge.ts';
import { alertsDue } from './standing.ts';
import { tellClaim, type ClaimNews, type ClaimText } from './tell-claim.ts';

/** What the customer hears of a claim that is raised: that it is hurried on, and before they ask that it is late. */
async function wordsFor(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  raised: readonly AlertKind[],
): Promise<{ news: ClaimNews[]; texts: ClaimText[] }> {
  const review = claim.work.reviews.length;
  const isPay = raised.includes('pay-late');
  if (isPay || raised.includes('promise-late')) {
    const once = isPay ? `late-pay-${review}` : `late-${review}`;
    const staff = claim.in_charge ? await findStaffById(tx, claim.in_charge) : undefined;
    const { name, phone } = viewInCharge(parts, staff);
    const values = { name, phone };
    return {
      news: [{ kind: 'late-told', once, actor: 'system' }],
      texts: [{ purpose: name ? 'claim-late' : 'claim-late-unnamed', values }],
    };
  }
  if (!raised.includes('promise-80')) return { news: [], texts: [] };
  return { news: [{ kind: 'raised', once: `raised-${review}`, actor: 'system' }], texts: [] };
}

/**
 * The job of a claim's clocks: what has fallen due raises it in the staff's list and tells its customer, each once.
 * @returns when to look again
 */
export async function runClocks(parts: Parts, job: LeasedJob): Promise<void | { again: number }> {
  return parts.store.write(async (tx) => {
    const claim = await holdClaim(tx, parts.seal, job.subject);
    if (!claim) return undefined;
    const now = parts.clock.now();
    const { due, nextAt } = alertsDue(claim, parts.laneRules, now);
    const raised = due.filter((kind) => !claim.alerts.some((alert) => alert.kind === kind));
    if (raised.length > 0) {
      await tellClaim(
        tx,
        parts,
        { ...claim, alerts: [...claim.alerts, ...raised.map((kind) => ({ kind, at: now }))] },
        {
          audit: { actor: { kind: 'system' }, action: 'claim-raised', detail: { alerts: raised } },
          ...(await wordsFor(tx, parts, claim, raised)),
        },
      );
    }
    return nextAt === undefined ? undefined : { again: nextAt };
  });
}
