import type { AgeBand } from '../lane/age.ts';

/** One who asked for a person. Times in ms since 1970. */
export interface Asked {
  ageBand: AgeBand;
  askedAt: number;
  /** When the first agent took it. */
  takenAt?: number;
  isWaiting: boolean;
  isClosed: boolean;
  /** A call at a chosen time is no wait: it is left out of the waits. */
  isCallback: boolean;
}

/** Shares are 0 to 1; null where nobody was answered. */
export interface Waits {
  waiting: number;
  longestWaitSeconds: number;
  answered: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
  within15: number | null;
  within20: number | null;
  within30: number | null;
  abandoned: number;
}

/** The value below which a share of sorted numbers lies (nearest rank); null of none. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000));

/** Waits of some who asked: those who wait now, those who were answered and how soon, those who left unanswered. */
export function waitFigures(asked: readonly Asked[], now: number): Waits {
  const chats = asked.filter((one) => !one.isCallback);
  const waits = chats
    .flatMap(({ askedAt, takenAt }) => (takenAt === undefined ? [] : [takenAt - askedAt]))
    .sort((a, b) => a - b);
  const waiting = asked.filter((one) => one.isWaiting);
  const within = (limit: number): number | null =>
    waits.length === 0 ? null : waits.filter((wait) => wait <= limit * 1000).length / waits.length;
  const median = quantile(waits, 0.5);
  const p90 = quantile(waits, 0.9);
  return {
    waiting: waiting.length,
    longestWaitSeconds: waiting.reduce(
      (longest, one) => Math.max(longest, seconds(now - one.askedAt)),
      0,
    ),
    answered: waits.length,
    medianSeconds: median === null ? null : seconds(median),
    p90Seconds: p90 === null ? null : seconds(p90),
    within15: within(15),
    within20: within(20),
    within30: within(30),
    abandoned: chats.filter((one) => one.isClosed && one.takenAt === undefined).length,
  };
}

const QUARTER_MS = 15 * 60_000;
const QUARTERS = 32;

/** A quarter of an hour, from `at` on: how many asked in it, and how many of them were answered. */
export interface QuarterFigures {
  at: string;
  asked: number;
  answered: number;
  medianSeconds: number | null;
}

/** The last eight hours by quarters: who asked in each, who of them was answered, and how soon. */
export function quarterFigures(asked: readonly Asked[], now: number): QuarterFigures[] {
  const last = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  return Array.from({ length: QUARTERS }, (_, back) => {
    const from = last - (QUARTERS - 1 - back) * QUARTER_MS;
    const mine = asked.filter((one) => from <= one.askedAt && one.askedAt < from + QUARTER_MS);
    const { answered, medianSeconds } = waitFigures(mine, now);
    return { at: new Date(from).toISOString(), asked: mine.length, answered, medianSeconds };
  });
}
