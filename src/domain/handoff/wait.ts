import type { WaitBand } from './events.ts';

/** Fewer ended conversations than this say nothing of the next one (handoff.md §5). */
export const SAMPLES_MIN = 20;
const FLOOR_S = 60;
/** Longer than this a call-back is the better offer. */
const CALLBACK_BETTER_S = 60;

/**
 * How long the one at a place waits, as a band: place × median time of one conversation ÷ how many are served at once,
 * from half of it less to half of it more, never below a minute. Null where too little is known to say.
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
  const expected = (place * median) / Math.max(1, slots) / 1000;
  const low = Math.max(FLOOR_S, Math.round(expected / 2));
  return { low, high: Math.max(low, Math.round(expected * 1.5)) };
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
