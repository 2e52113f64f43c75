import type { DecisionOutcome, StaffMember } from '#domain/api/staff.ts';
import { ProblemError, type FieldFault } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import type { StaffDecider, StoredDecision } from '../../../store/claim-work.ts';
import { policiesOfClaim } from '../../../store/claim-policies.ts';
import type { ClaimRecord } from '../../../store/claims.ts';
import type { Tx } from '../../../store/store.ts';
import { takeClaim } from '../../claims/own-claim.ts';
import { recordDecision } from '../../claims/record-decision.ts';
import { isUndecided, lastDecision, paidFen } from '../../claims/standing.ts';

export interface DecisionRequest {
  outcome: DecisionOutcome;
  amountFen?: number;
  clause?: string;
  words?: string;
}

const LINK = /https?:|www\.|[a-z0-9-]+\.(cn|com|net|org)\b/i;
const lengthOf = (text = ''): number => [...text.trim()].length;

/** Most that the policies of a claim pay, 分; nothing where one knows no sum, or none is known. */
export async function limitOf(
  tx: Parameters<typeof policiesOfClaim>[0],
  parts: Parts,
  claim: ClaimRecord,
): Promise<number | undefined> {
  const policies = await policiesOfClaim(tx, parts.seal, claim.id);
  if (policies.length === 0) return undefined;
  const limits = policies.map(({ limitFen }) => limitFen);
  return limits.some((limit) => limit === undefined)
    ? undefined
    : limits.reduce<number>((sum, limit = 0) => sum + limit, 0);
}

/** Who decided on a claim before may not be the one who looks again (C10). */
export function hasDecided(claim: ClaimRecord, staffId: string): boolean {
  return claim.work.decisions.some(({ by }) => by.kind === 'staff' && by.id === staffId);
}

async function faultsOf(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  request: DecisionRequest,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const { outcome, amountFen, clause, words } = request;
  const { clauseMin, plainWordsMin } = parts.laneRules;
  if (outcome === 'refused') {
    if (amountFen !== undefined) faults.push({ field: 'amountFen', code: 'field-unknown' });
    else if (paidFen(claim) > 0) faults.push({ field: 'outcome', code: 'amount-below-paid' });
  } else if (amountFen === undefined) {
    faults.push({ field: 'amountFen', code: 'required' });
  } else {
    const limit = await limitOf(tx, parts, claim);
    if (limit !== undefined && amountFen > limit) {
      faults.push({ field: 'amountFen', code: 'amount-over-limit' });
    }
    if (amountFen < paidFen(claim)) faults.push({ field: 'amountFen', code: 'amount-below-paid' });
  }
  if (outcome !== 'approved') {
    if (lengthOf(clause) < clauseMin) faults.push({ field: 'clause', code: 'clause-too-short' });
    if (lengthOf(words) < plainWordsMin) faults.push({ field: 'words', code: 'words-too-short' });
  }
  if (LINK.test(words ?? '')) faults.push({ field: 'words', code: 'words-no-links' });
  return faults;
}

function decisionOf(
  request: DecisionRequest,
  by: StaffDecider,
  at: number,
  review: number,
): StoredDecision {
  const { outcome, amountFen = 0, clause = '', words = '' } = request;
  const text = { clause: clause.trim(), words: words.trim() };
  switch (outcome) {
    case 'approved':
      return { at, review, outcome, amountFen, by, ...(text.words ? { words: text.words } : {}) };
    case 'partly-approved':
      return { at, review, outcome, amountFen, by, ...text };
    case 'refused':
      return { at, review, outcome, by, ...text };
  }
}

function isSame(decision: StoredDecision | undefined, request: DecisionRequest, staffId: string) {
  if (decision?.by.kind !== 'staff' || decision.by.id !== staffId) return false;
  const amount = decision.outcome === 'refused' ? undefined : decision.amountFen;
  return decision.outcome === request.outcome && amount === request.amountFen;
}

/**
 * A person decides. A refusal, whole or in part, names the clause and says why in plain words (L-24); the customer is
 * told in the same moment. The same decision again by the same person changes nothing.
 * @throws ProblemError 404; 409 `claim-closed`, `claim-decided`, `review-other-person`; 422 with the fields at fault
 */
export async function decideByStaff(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  request: DecisionRequest,
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  if (claim.status === 'withdrawn') throw new ProblemError('claim-closed', 409);
  if (!isUndecided(claim)) {
    if (isSame(lastDecision(claim), request, staff.id)) return;
    throw new ProblemError('claim-decided', 409);
  }
  if (hasDecided(claim, staff.id)) throw new ProblemError('review-other-person', 409);
  const errors = await faultsOf(tx, parts, claim, request);
  if (errors.length > 0) throw new ProblemError(errors[0]?.code ?? 'invalid', 422, { errors });
  const by: StaffDecider = { kind: 'staff', id: staff.id, name: staff.displayName };
  const review = claim.work.reviews.length;
  await recordDecision(tx, parts, claim, decisionOf(request, by, parts.clock.now(), review));
}
