import type { Claim, ClaimReceipt, ClaimStatus, ClaimSummary } from '#domain/api/claim.ts';
import { findFlow } from '#domain/claims/flows.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import type { LaneReason } from '#domain/lane/decide-lane.ts';
import type { Lane } from '#domain/lane/rules.ts';
import type { Parts } from '../parts.ts';
import type { ClaimRecord } from '../store/claims.ts';
import { documentsOfClaim, readingsOfClaim } from '../store/draft-documents.ts';
import { readEvents } from '../store/streams.ts';
import { policiesOfClaim } from '../store/claim-policies.ts';
import { findDraft } from '../store/drafts.ts';
import type { ClaimTable } from '../store/schema-claim.ts';
import { findStaffById } from '../store/staff.ts';
import { appointmentsOfClaim } from './appointments/appointment-view.ts';
import { neededPapersOf, paymentOf, stepsOf, viewDecision } from './claims/claim-steps.ts';
import { viewInCharge } from './claims/in-charge.ts';
import { mayDo } from './claims/may-do.ts';
import { isLate, LATE_URGENCY, lastDecision } from './claims/standing.ts';
import { withRemarks } from './paper-remarks.ts';
import type { Db } from '../store/store.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What the customer gets when a claim was received. */
export function viewReceipt(claim: ClaimRecord): ClaimReceipt {
  return {
    id: claim.id,
    number: claim.number,
    // Written from the domain's own types.
    lane: claim.lane as Lane,
    laneReasons: claim.laneReasons as LaneReason[],
    ruleVersion: claim.rule_version,
    promiseBy: iso(claim.promise_by),
    clocks: claim.clocks.map((clock) => ({ kind: clock.kind, dueAt: iso(clock.dueAt) })),
    withdrawUntil: iso(claim.withdraw_until),
  };
}

type SummaryRow = Pick<
  ClaimTable,
  'id' | 'number' | 'flow' | 'status' | 'submitted_at' | 'promise_by' | 'urgency'
>;

export function viewSummary(row: SummaryRow): ClaimSummary {
  return {
    id: row.id,
    number: row.number,
    flow: row.flow,
    status: row.status as ClaimStatus,
    submittedAt: iso(row.submitted_at),
    promiseBy: iso(row.promise_by),
    isLate: (row.urgency ?? 0) >= LATE_URGENCY,
  };
}

/** `**** 1234`: enough to know one's own card by. */
export function maskCard(card: string): string {
  return `**** ${card.slice(-4)}`;
}

/** Answers with the numbers of bank cards and ID cards masked. A flow that is gone masks everything that looks like a number. */
export function maskAnswers(flow: Flow | undefined, answers: Answers): Answers {
  const mask = (field: string, value: AnswerValue): AnswerValue => {
    const kind = flow?.fields[field]?.kind;
    const isNumber = flow
      ? kind === 'bankCard' || (kind === 'idNumber' && /^\d{6}/.test(String(value)))
      : /^\d{12,19}[\dXx]?$/.test(String(value));
    return isNumber && typeof value === 'string' ? maskCard(value) : value;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [field, mask(field, value)]),
  );
}

/** One claim whole: where it stands, what happened, its papers, what was sent. */
export async function viewClaim(db: Db, parts: Parts, claim: ClaimRecord): Promise<Claim> {
  const events = await readEvents(db, parts.seal, claim.id, 0, 500);
  const readings = new Map(
    (await readingsOfClaim(db, parts.seal, claim.id)).map(({ documentId, reading }) => [
      documentId,
      reading,
    ]),
  );
  const documents = withRemarks(await documentsOfClaim(db, claim.id), ({ id }) => readings.get(id));
  const { laneRules } = parts;
  const now = parts.clock.now();
  const decision = lastDecision(claim);
  const neededPapers = neededPapersOf(claim);
  const payment = paymentOf(claim);
  const staff = claim.in_charge ? await findStaffById(db, claim.in_charge) : undefined;
  const draft = claim.former_draft_id
    ? await findDraft(db, parts.seal, claim.former_draft_id, [claim.owner])
    : undefined;
  const can = mayDo(claim, now);
  return {
    ...viewReceipt(claim),
    flow: claim.flow,
    flowVersion: claim.flow_version,
    status: claim.status as ClaimStatus,
    submittedAt: iso(claim.submitted_at),
    timeline: events.map(({ at, kind, actor }) => ({ at: iso(at), kind, actor })),
    documents: documents.map(({ field, ...rest }) => ({ ...rest, kind: field })),
    answers: maskAnswers(findFlow(claim.flow, parts.flows), claim.answers),
    steps: stepsOf(claim, laneRules, now),
    ...(decision ? { decision: viewDecision(decision, laneRules) } : {}),
    ...(neededPapers ? { neededPapers } : {}),
    ...(payment ? { payment } : {}),
    policies: await policiesOfClaim(db, parts.seal, claim.id),
    appointments: await appointmentsOfClaim(db, parts, claim.id),
    ...(staff ? { inCharge: viewInCharge(parts, staff) } : {}),
    can,
    ...(draft?.state === 'open' ? { draftId: draft.id } : {}),
    ...(can.sendPapers ? { draftId: claim.draft_id } : {}),
    isLate: isLate(claim, laneRules, now),
  };
}
