import { handoffLimits } from '#domain/handoff/limits.ts';

/** Streams whose beats fall together: few enough that writing to all of them holds nothing else up. */
const SLOT_MS = 50;
const SLOTS = handoffLimits.beatMs / SLOT_MS;

const slots = Array.from({ length: SLOTS }, () => new Set<() => void>());
let count = 0;
let timer: NodeJS.Timeout | undefined;
/** The slot that beat last, counted on and on. */
let last = 0;

const slotNow = (): number => Math.floor(performance.now() / SLOT_MS);

function beat(): void {
  // A process that was held up does not beat the same stream twice for it.
  const until = slotNow();
  for (last = Math.max(last, until - SLOTS); last < until; last += 1) {
    for (const run of slots[(last + 1) % SLOTS] ?? []) run();
  }
}

/**
 * Runs something once each `handoffLimits.beatMs` from now on: one timer for all streams of the process, where one for
 * each would be thousands. `run` must not throw. @returns ends it
 */
export function everyBeat(run: () => void): () => void {
  if (count === 0) {
    last = slotNow();
    timer = setInterval(beat, SLOT_MS);
    timer.unref();
  }
  count += 1;
  const slot = slots[slotNow() % SLOTS];
  // A function of its own, so that the same one may be run for two.
  const mine = () => run();
  slot?.add(mine);
  return () => {
    if (!slot?.delete(mine)) return;
    count -= 1;
    if (count === 0) clearInterval(timer);
  };
}
