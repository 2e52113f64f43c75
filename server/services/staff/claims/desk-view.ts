import type { ClaimDesk, StaffMember } from '#domain/api/staff.ts';
import { findFlow } from '#domain/claims/flows.ts';
import type { Parts } from '../../../parts.ts';
import { listAudit } from '../../../store/audit.ts';
import type { ClaimRecord } from '../../../store/claims.ts';
import { staffNames } from '../../../store/staff.ts';
import type { Db } from '../../../store/store.ts';
import { claimedFen } from '../../claims/assess-facts.ts';
import { viewDecision } from '../../claims/claim-steps.ts';
import {
  isCalled,
  isUndecided,
  lastPayment,
  paidFen,
  paperFields,
  sortAlerts,
} from '../../claims/standing.ts';
import { may } from '../roles.ts';
import { hasDecided, limitOf } from './decide.ts';

const iso = (at: number): string => new Date(at).toISOString();
const AUDIT_SHOWN = 200;

function powersNow(claim: ClaimRecord, staff: StaffMember): ClaimDesk['may'] {
  const decides = may(staff.role, 'decide-claims');
  const handles = may(staff.role, 'handle-claims');
  const payment = lastPayment(claim);
  const isOpen = isUndecided(claim);
  const review = claim.work.reviews.length;
  const isAsked = claim.work.rounds.some((round) => round.review === review);
  return {
    decide: decides && isOpen && !hasDecided(claim, staff.id),
    askPapers: decides && isOpen && !isAsked,
    takePapers: handles && claim.status === 'papers-needed',
    callPayee: decides && claim.task === 'call-payee' && !!payment && !isCalled(payment),
    payOut: handles && payment?.state === 'ready',
    takeCharge: decides && claim.status !== 'withdrawn' && claim.in_charge !== staff.id,
  };
}

/** What staff see of a claim beside what its customer sees, and what this member may do with it now. */
export async function viewDesk(
  db: Db,
  parts: Parts,
  claim: ClaimRecord,
  staff: StaffMember,
): Promise<ClaimDesk> {
  const { work } = claim;
  const limitFen = await limitOf(db, parts, claim);
  const claimed = claimedFen(findFlow(claim.flow, parts.flows), claim.answers);
  const audit = await listAudit(db, { kind: 'claim', id: claim.id }, AUDIT_SHOWN);
  const calls = work.payments.flatMap((payment) => payment.calls);
  const ids = [...audit.map((row) => row.actor_id ?? ''), ...calls.map(({ by }) => by)];
  const names = await staffNames(db, [...new Set(ids)].filter(Boolean));
  const kinds = sortAlerts(claim.alerts.map(({ kind }) => kind));
  return {
    ...(claim.task ? { task: claim.task } : {}),
    ...(work.assessment
      ? {
          assessment: {
            outcome: work.assessment.outcome,
            reasons: work.assessment.reasons,
            at: iso(work.assessment.at),
          },
        }
      : {}),
    alerts: kinds.map((kind) => ({
      kind,
      at: iso(claim.alerts.find((alert) => alert.kind === kind)?.at ?? 0),
    })),
    decisions: work.decisions.map((decision) => viewDecision(decision, parts.laneRules)),
    reviews: work.reviews.map(({ askedAt }) => ({ askedAt: iso(askedAt) })),
    ...(limitFen === undefined ? {} : { limitFen }),
    paidFen: paidFen(claim),
    ...(claimed === undefined ? {} : { claimedFen: claimed }),
    paperFields: paperFields(parts, claim),
    calls: calls.map(({ at, by, outcome }) => ({ at: iso(at), by: names.get(by) ?? '', outcome })),
    audit: audit.map((row) => ({
      at: iso(row.at),
      who: row.actor_kind === 'staff' ? (names.get(row.actor_id ?? '') ?? '') : row.actor_kind,
      action: row.action,
      detail: row.detail === '{}' ? '' : row.detail,
    })),
    may: powersNow(claim, staff),
    isForAnother:
      may(staff.role, 'decide-claims') && isUndecided(claim) && hasDecided(claim, staff.id),
    plainWordsMin: parts.laneRules.plainWordsMin,
    clauseMin: parts.laneRules.clauseMin,
  };
}
