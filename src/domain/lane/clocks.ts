import { chinaDay } from './age.ts';
import type { LaneRules } from './rules.ts';
import { addDays, daysBetween, endOfDay } from './working-days.ts';

/** From the arrival of a notice that asks for papers to the arrival of the papers; open while `to` is absent. */
export interface Pause {
  from: number;
  to?: number;
}

/** What the clocks of a claim go by; all in ms since 1970. */
export interface ClaimTimes {
  /** First receipt of the claim: later papers begin nothing anew (L-J15). */
  receivedAt: number;
  /** When the promise in force was made, and what it is. */
  promisedAt: number;
  promiseBy: number;
  pauses: readonly Pause[];
  decidedAt?: number;
  /** Money is owed and not yet paid. */
  isToPay: boolean;
  /** It was decided once and is looked at again: the law's clock to decide has done its work, the promise runs. */
  isReview?: boolean;
}

/** What raises a claim by itself, in the order of urgency. */
export const alertKinds = [
  'decide-late',
  'pay-late',
  'promise-late',
  'prepay-60',
  'decide-27',
  'decide-20',
  'promise-80',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The end of the day that lies so many days behind a moment's: the first day does not count (民法典 Art. 201). */
function endAfter(at: number, days: number): number {
  return endOfDay(addDays(chinaDay(at), days));
}

/**
 * Whole days for which the decision had to wait for papers: midnights in China between notice and arrival, each counted
 * once even where two notices overlap. Rounded down by this, never in our own favour.
 */
export function pausedDays(pauses: readonly Pause[], now: number): number {
  const waited = new Set<string>();
  for (const { from, to = now } of pauses) {
    const first = chinaDay(from);
    for (let i = 1; i <= daysBetween(first, chinaDay(to)); i += 1) waited.add(addDays(first, i));
  }
  return waited.size;
}

/** Whether papers were asked for that are not here yet. */
export function isPaused(pauses: readonly Pause[]): boolean {
  return pauses.some(({ to }) => to === undefined);
}

/** The last moment to decide: 30 days from first receipt (L-23), plus the days that waited for papers (L-J15). */
export function decideBy(
  times: Pick<ClaimTimes, 'receivedAt' | 'pauses'>,
  rules: LaneRules,
  now: number,
): number {
  return endAfter(times.receivedAt, rules.decideDays + pausedDays(times.pauses, now));
}

/** The last moment to pay: 10 days from the agreement (L-23p). */
export function payBy(agreedAt: number, rules: LaneRules): number {
  return endAfter(agreedAt, rules.payDays);
}

/** The last moment to tell a refusal and its reasons: 3 days from the decision (L-24). */
export function tellRefusalBy(decidedAt: number, rules: LaneRules): number {
  return endAfter(decidedAt, rules.tellRefusalDays);
}

/**
 * Everything that raises this claim as it stands, with when it does; what is past stays in the list. A claim that waits
 * for its customer's papers is raised by nothing but day 60.
 */
export function alertsOf(
  times: ClaimTimes,
  rules: LaneRules,
  now: number,
): { kind: AlertKind; at: number }[] {
  if (times.decidedAt !== undefined) {
    return times.isToPay ? [{ kind: 'pay-late', at: payBy(times.decidedAt, rules) + 1000 }] : [];
  }
  const prepay = { kind: 'prepay-60', at: endAfter(times.receivedAt, rules.prepayDays) } as const;
  if (isPaused(times.pauses)) return [prepay];
  const promise = times.promiseBy - times.promisedAt;
  const waited = pausedDays(times.pauses, now);
  const promised = [
    { kind: 'promise-80', at: times.promisedAt + Math.round(promise * rules.raiseAt) },
    { kind: 'promise-late', at: times.promiseBy + 1 },
  ] as const;
  if (times.isReview) return [...promised];
  const [early = rules.decideDays, near = rules.decideDays] = rules.decideAlertDays;
  return [
    ...promised,
    { kind: 'decide-20', at: endAfter(times.receivedAt, early + waited) },
    { kind: 'decide-27', at: endAfter(times.receivedAt, near + waited) },
    { kind: 'decide-late', at: decideBy(times, rules, now) + 1000 },
    prepay,
  ];
}

/** Which alerts have fallen due, and when the next one does. */
export function dueAlerts(
  times: ClaimTimes,
  rules: LaneRules,
  now: number,
): { due: AlertKind[]; nextAt?: number } {
  const all = alertsOf(times, rules, now);
  const later = all.filter(({ at }) => at > now).map(({ at }) => at);
  return {
    due: all.filter(({ at }) => at <= now).map(({ kind }) => kind),
    ...(later.length > 0 ? { nextAt: Math.min(...later) } : {}),
  };
}
