import type { ClaimDecision, ClaimPayment, ClaimStep, NeededPaper } from '#domain/api/claim.ts';
import { payBy } from '#domain/lane/clocks.ts';
import type { LaneRules } from '#domain/lane/rules.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import type { StoredDecision } from '../../store/claim-work.ts';
import { isLate, isUndecided, lastDecision, lastPayment, lastRound } from './standing.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A claim's steps in plain order, with when each was done or will be at the latest (C7). */
export function stepsOf(claim: ClaimRecord, rules: LaneRules, now: number): ClaimStep[] {
  const received: ClaimStep = { id: 'received', state: 'done', at: iso(claim.submitted_at) };
  if (claim.status === 'withdrawn') {
    const at = iso(claim.work.withdrawnAt ?? claim.submitted_at);
    return [received, { id: 'closed', state: 'done', at }];
  }
  const late = isLate(claim, rules, now);
  const round = lastRound(claim);
  const papers: ClaimStep[] = !round
    ? []
    : [
        round.arrivedAt === undefined
          ? { id: 'papers', state: isUndecided(claim) ? 'now' : 'done' }
          : { id: 'papers', state: 'done', at: iso(round.arrivedAt) },
      ];
  const decision = lastDecision(claim);
  if (isUndecided(claim) || !decision) {
    const isWaiting = claim.status === 'papers-needed';
    const by = isWaiting ? {} : { by: iso(claim.promise_by) };
    const lateNow = late && !isWaiting ? { isLate: true } : {};
    return [
      received,
      ...papers,
      { id: 'review', state: isWaiting ? 'next' : 'now', ...by, ...lateNow },
      { id: 'decision', state: 'next', ...by },
      { id: 'payment', state: 'next' },
    ];
  }
  const at = iso(decision.at);
  const before: ClaimStep[] = [
    received,
    ...papers,
    { id: 'review', state: 'done', at },
    { id: 'decision', state: 'done', at },
  ];
  if (decision.outcome === 'refused') return [...before, { id: 'closed', state: 'done', at }];
  return [...before, paymentStep(claim, decision.at, rules, late)];
}

function paymentStep(
  claim: ClaimRecord,
  agreedAt: number,
  rules: LaneRules,
  late: boolean,
): ClaimStep {
  const payment = lastPayment(claim);
  if (payment?.state === 'paid') {
    return { id: 'payment', state: 'done', at: iso(payment.paidAt ?? agreedAt) };
  }
  return {
    id: 'payment',
    state: 'now',
    by: iso(payBy(agreedAt, rules)),
    ...(late ? { isLate: true } : {}),
  };
}

/** A decision as its customer reads it. */
export function viewDecision(decision: StoredDecision, rules: LaneRules): ClaimDecision {
  const { outcome, at, by } = decision;
  const isMoney = decision.outcome !== 'refused';
  return {
    outcome,
    ...(isMoney ? { amountFen: decision.amountFen, payBy: iso(payBy(at, rules)) } : {}),
    ...('clause' in decision ? { clause: decision.clause } : {}),
    ...(decision.words ? { words: decision.words } : {}),
    decidedAt: iso(at),
    decidedBy: by.kind === 'staff' ? { kind: 'staff', name: by.name } : { kind: 'machine' },
  };
}

/** The papers asked for, each with its reason and whether it came; nothing when none was. */
export function neededPapersOf(claim: ClaimRecord): NeededPaper[] | undefined {
  return lastRound(claim)?.papers.map(({ field, reason, isHere }) => ({ field, reason, isHere }));
}

/** The money as its customer sees it: what lies ready at a branch still waits for them. */
export function paymentOf(claim: ClaimRecord): ClaimPayment | undefined {
  const payment = lastPayment(claim);
  if (!payment) return undefined;
  const { method, amountFen, state, paidAt, heldUntil } = payment;
  return {
    method,
    amountFen,
    state: state === 'held' || state === 'paid' ? state : 'waiting',
    ...(paidAt === undefined ? {} : { paidAt: iso(paidAt) }),
    ...(state === 'held' && heldUntil !== undefined ? { heldUntil: iso(heldUntil) } : {}),
  };
}
