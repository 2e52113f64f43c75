/**
 * Signs of struggle, counted in memory while somebody works: a summary of the person, never a list of events. It is never
 * sent and never stored, and ends with the session (senior-signals.md §6). Every count is a sum or a maximum, so that the
 * order in which things happen does not matter. The rhythm of touch, typing and reading is not measured: R-SEN, and
 * docs/decisions/2026-11-21-behaviour-offers-help-only.md for what that costs.
 */
export interface BehaviourSummary {
  /** Taps beside a control that hit nothing, by control. */
  nearMisses: Readonly<Record<string, number>>;
  /** Errors shown, by step. */
  errors: Readonly<Record<string, number>>;
  /** How often a step was opened, by step. */
  visits: Readonly<Record<string, number>>;
  /** How often the page was zoomed beyond 1.2 for more than 3 seconds (SIG-9). */
  pinches: number;
  /** The longest stay without any input on a field that needs an answer, ms. */
  idleMs: number;
}

export const noBehaviour: BehaviourSummary = {
  nearMisses: {},
  errors: {},
  visits: {},
  pinches: 0,
  idleMs: 0,
};

/** Notes a tap that fell just beside a control and hit nothing. */
export function noteNearMiss(summary: BehaviourSummary, control: string): BehaviourSummary {
  return { ...summary, nearMisses: oneMore(summary.nearMisses, control) };
}

/** Notes that a step was answered with an error. One call for each time the errors are shown, however many they are. */
export function noteError(summary: BehaviourSummary, step: string): BehaviourSummary {
  return { ...summary, errors: oneMore(summary.errors, step) };
}

/** Notes that a step was opened. The page of all answers is no step: returning there is the normal way. */
export function noteStep(summary: BehaviourSummary, step: string): BehaviourSummary {
  return { ...summary, visits: oneMore(summary.visits, step) };
}

/** Notes a sustained pinch zoom: call once for each zoom, not for each event. */
export function notePinch(summary: BehaviourSummary): BehaviourSummary {
  return { ...summary, pinches: summary.pinches + 1 };
}

/** Notes a time without input on a field that needs an answer, ms; the longest is kept. */
export function noteIdle(summary: BehaviourSummary, idleMs: number): BehaviourSummary {
  return idleMs > summary.idleMs && Number.isFinite(idleMs) ? { ...summary, idleMs } : summary;
}

/** The most of any one control or step; numbers that cannot be counts are ignored. */
export function most(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((top, count) => Math.max(top, countOf(count)), 0);
}

/** A count as it is, or 0 for what cannot be one: NaN, infinite, negative. */
export function countOf(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0;
}

function oneMore(counts: Readonly<Record<string, number>>, key: string) {
  return {
    ...counts,
    [key]: (Object.prototype.hasOwnProperty.call(counts, key) ? (counts[key] as number) : 0) + 1,
  };
}
