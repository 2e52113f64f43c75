import type { ClaimStatus } from '#domain/api/claim.ts';
import { findFlow } from '#domain/claims/flows.ts';
import {
  alertKinds,
  decideBy,
  dueAlerts,
  payBy,
  tellRefusalBy,
  type AlertKind,
  type ClaimTimes,
  type Pause,
} from '#domain/lane/clocks.ts';
import type { LaneRules } from '#domain/lane/rules.ts';
import type { Parts } from '../../parts.ts';
import type { PaperRound, StoredDecision, StoredPayment } from '../../store/claim-work.ts';
import type { ClaimRecord } from '../../store/claims.ts';

/** States in which a decision is awaited. */
const undecided: readonly ClaimStatus[] = ['received', 'in-review', 'papers-needed', 'reopened'];

export function isUndecided(claim: ClaimRecord): boolean {
  return undecided.some((status) => status === claim.status);
}

/** The decision in force, or the one that a review looks at again. */
export function lastDecision(claim: ClaimRecord): StoredDecision | undefined {
  return claim.work.decisions[claim.work.decisions.length - 1];
}

/** The money under way, or the last that went. */
export function lastPayment(claim: ClaimRecord): StoredPayment | undefined {
  return claim.work.payments.filter(({ state }) => state !== 'dropped').pop();
}

export function lastRound(claim: ClaimRecord): PaperRound | undefined {
  return claim.work.rounds[claim.work.rounds.length - 1];
}

/** Whether this paper is asked for and awaited. */
export function isAskedFor(claim: ClaimRecord | undefined, field: string): boolean {
  if (claim?.status !== 'papers-needed') return false;
  return lastRound(claim)?.papers.some((paper) => paper.field === field) ?? false;
}

/** 分 that have gone or are on their way: a later decision cannot take them back. */
export function paidFen(claim: ClaimRecord): number {
  return claim.work.payments
    .filter(({ state }) => ['sending', 'ready', 'paid'].includes(state))
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function pausesOf(claim: ClaimRecord): Pause[] {
  return claim.work.rounds.map(({ askedAt, arrivedAt }) => ({ from: askedAt, to: arrivedAt }));
}

export function timesOf(claim: ClaimRecord): ClaimTimes {
  const decision = lastDecision(claim);
  const payment = lastPayment(claim);
  return {
    receivedAt: claim.submitted_at,
    promisedAt: claim.work.promisedAt ?? claim.submitted_at,
    promiseBy: claim.promise_by,
    pauses: pausesOf(claim),
    ...(decision && !isUndecided(claim) ? { decidedAt: decision.at } : {}),
    isToPay: payment !== undefined && payment.state !== 'paid' && claim.status !== 'withdrawn',
    isReview: claim.status === 'reopened',
  };
}

/** What has fallen due of a claim that is still worked on, and when to look again. */
export function alertsDue(claim: ClaimRecord, rules: LaneRules, now: number) {
  if (claim.status === 'withdrawn') return { due: [] as AlertKind[] };
  return dueAlerts(timesOf(claim), rules, now);
}

/** Past what we promised, or past the law's day to pay; never while the customer has papers to bring. */
export function isLate(claim: ClaimRecord, rules: LaneRules, now: number): boolean {
  const { due } = alertsDue(claim, rules, now);
  return due.some((kind) => kind.endsWith('-late'));
}

/** From here on a claim is late: the promise is broken (2), or the law's day is past (3). */
export const LATE_URGENCY = 2;

function rankOf(kind: AlertKind): number {
  if (kind === 'decide-late' || kind === 'pay-late') return 3;
  return kind === 'promise-late' ? LATE_URGENCY : 1;
}

/** The most urgent first. */
export function sortAlerts(kinds: readonly AlertKind[]): AlertKind[] {
  return alertKinds.filter((kind) => kinds.includes(kind));
}

function taskOf(claim: ClaimRecord): ClaimRecord['task'] {
  if (claim.status === 'in-review' || claim.status === 'reopened') return 'decide';
  const payment = lastPayment(claim);
  if (claim.status === 'approved' || claim.status === 'partly-approved') {
    if (payment?.state === 'held' && !isCalled(payment)) return 'call-payee';
    if (payment?.state === 'ready') return 'pay-out';
  }
  return null;
}

/** Whether somebody said yes to the new account on the old number. */
export function isCalled(payment: StoredPayment): boolean {
  return payment.calls.some(({ outcome }) => outcome === 'confirmed');
}

function clocksOf(claim: ClaimRecord, rules: LaneRules, now: number): ClaimRecord['clocks'] {
  const decide = {
    kind: 'decide',
    dueAt: decideBy({ receivedAt: claim.submitted_at, pauses: pausesOf(claim) }, rules, now),
  };
  const decision = lastDecision(claim);
  if (!decision || isUndecided(claim)) return [decide];
  if (decision.outcome === 'refused') {
    return [decide, { kind: 'tell-refusal', dueAt: tellRefusalBy(decision.at, rules) }];
  }
  return [decide, { kind: 'pay', dueAt: payBy(decision.at, rules) }];
}

/** A claim after a change, with what lists and clocks go by worked out anew. */
export function settle(parts: Pick<Parts, 'laneRules' | 'clock'>, claim: ClaimRecord): ClaimRecord {
  const now = parts.clock.now();
  const { due } = alertsDue(claim, parts.laneRules, now);
  return {
    ...claim,
    clocks: clocksOf(claim, parts.laneRules, now),
    task: taskOf(claim),
    urgency: Math.max(0, ...due.map(rankOf)),
  };
}

/** The papers of this claim's kind, as listed before the first photo: nothing else may be asked for later (C3, L-22). */
export function paperFields(parts: Pick<Parts, 'flows'>, claim: ClaimRecord): string[] {
  const flow = findFlow(claim.flow, parts.flows);
  return Object.entries(flow?.fields ?? {}).flatMap(([field, spec]) =>
    spec.kind === 'photos' && (!spec.when || spec.when(claim.answers)) ? [field] : [],
  );
}
