import type { WaitBand } from './events.ts';

/** Fewer ended conversations than this say nothing of the next one (handoff.md §5). */
export const SAMPLES_MIN = 20;
const FLOOR_S = 60;
/** Longer than this a call-back is the better offer. */
const CALLBACK_BETTER_S = 60;

/** Standard deviations to either side; chosen so that four of five waits lie in the band (`bench:handoff -- fair`). */
const Z = 1.9;
/** One that was left open for hours says nothing of the next: it counts as this many medians. */
const CAP = 5;

/** What a sum of `k` exponential times comes to, `z` standard deviations off, in means of one (Wilson–Hilferty). */
function sumAt(k: number, z: number): number {
  return k * Math.max(0, 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
}

/**
 * How long the one at a place waits, as a band in which four of five waits lie: the time until so many of those in hand
 * have ended, as spread as such times are, never below a minute. Null where too little is known to say.
 * @param handlingMs how long the recent ones took
 * @param slots how many conversations can be in hand at once
 */
export function waitBandOf(
  place: number,
  handlingMs: readonly number[],
  slots: number,
): WaitBand | null {
  if (handlingMs.length < SAMPLES_MIN) return null;
  const times = [...handlingMs].sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  if (median === undefined) return null;
  const mean =
    times.reduce((sum, time) => sum + Math.min(time, CAP * median), 0) / times.length / 1000;
  const one = mean / Math.max(1, slots);
  const low = Math.max(FLOOR_S, Math.round(one * sumAt(Math.max(1, place), -Z)));
  return { low, high: Math.max(low, Math.round(one * sumAt(Math.max(1, place), Z))) };
}

/** Whether a call-back should be offered at once: closed, nobody there, or a wait of more than a minute (features.md §3). */
export function isCallbackBetter(now: {
  isOpen: boolean;
  slots: number;
  waitSeconds: WaitBand | null;
}): boolean {
  if (!now.isOpen || now.slots === 0) return true;
  return now.waitSeconds !== null && now.waitSeconds.high > CALLBACK_BETTER_S;
}
