import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import { findStaffById } from '../../../store/staff.ts';
import type { Tx } from '../../../store/store.ts';
import { viewInCharge } from '../../claims/in-charge.ts';
import { takeClaim } from '../../claims/own-claim.ts';
import { recordPaid } from '../../claims/pay-claim.ts';
import { notePapers } from '../../claims/send-papers.ts';
import { lastPayment, lastRound } from '../../claims/standing.ts';
import { tellClaim } from '../../claims/tell-claim.ts';

/**
 * Papers that were asked for came on paper. Noted again, nothing changes.
 * @throws ProblemError 404; 409 `papers-not-asked`; 422 `paper-not-on-list`
 */
export async function takePapers(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  fields: readonly string[],
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  const papers = lastRound(claim)?.papers ?? [];
  const strange = fields.findIndex((field) => !papers.some((paper) => paper.field === field));
  if (papers.length > 0 && strange >= 0) {
    throw new ProblemError('paper-not-on-list', 422, {
      errors: [{ field: `fields.${strange}`, code: 'paper-not-on-list' }],
    });
  }
  const isHere = papers.filter((paper) => paper.isHere).map(({ field }) => field);
  if (papers.length > 0 && fields.every((field) => isHere.includes(field))) return;
  await notePapers(tx, parts, claim, { kind: 'staff', id: staff.id }, (paper) =>
    fields.includes(paper.field) ? { ...paper, isHere: true } : paper,
  );
}

/** Money that lay ready was handed out, or somebody saw to it. @throws ProblemError 404; 409 `payout-not-ready` */
export async function payOut(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  const payment = lastPayment(claim);
  if (payment?.state === 'paid') return;
  if (payment?.state !== 'ready') throw new ProblemError('payout-not-ready', 409);
  await recordPaid(tx, parts, claim, payment, { kind: 'staff', id: staff.id });
}

/** Takes charge of a claim; the customer is told who looks after it now (G6). @throws ProblemError 404, 409 */
export async function takeCharge(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  if (claim.status === 'withdrawn') throw new ProblemError('claim-closed', 409);
  if (claim.in_charge === staff.id) return;
  const values = viewInCharge(parts, await findStaffById(tx, staff.id));
  await tellClaim(
    tx,
    parts,
    { ...claim, in_charge: staff.id },
    {
      audit: {
        actor: { kind: 'staff', id: staff.id },
        action: 'claim-taken-charge',
        detail: { before: claim.in_charge ?? '' },
      },
      news: [{ kind: 'in-charge', once: `in-charge-${parts.clock.now()}`, actor: 'staff' }],
      texts: [{ purpose: 'in-charge', values }],
    },
  );
}
