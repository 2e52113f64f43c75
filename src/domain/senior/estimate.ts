import type { AgeBand } from '#domain/lane/age.ts';
import { evidence, hostLevels, type EvidenceId } from './evidence.ts';
import type { Signals, TextScaleSource } from './signals.ts';

/** What the estimate looks at: what is known of the situation, nothing of how somebody behaves. */
export type Situation = Omit<Signals, 'session' | 'behaviour'>;

/** One sign and what it says by itself. */
export interface Contribution {
  id: EvidenceId;
  lnLr: number;
  /** False where a stronger sign of the same family already speaks. */
  isCounted: boolean;
}

export interface Estimate {
  /** How likely the person is 60 or over, 0 to 1. Internal: never stored, shown or sent. */
  p: number;
  contributions: readonly Contribution[];
}

/**
 * The likelihood that the person who holds the phone is 60 or over: `L = logit(prior) + Σ families`, the largest of each
 * family of correlated signs (senior-signals.md §3, without its behaviour term: see the decision record named in
 * `behaviour.ts`).
 * @param prior share of people of 60 and over among those who come, between 0 and 1
 */
export function estimate(situation: Situation, prior: number): Estimate {
  const ids = signsOf(situation);
  const contributions = ids.map((id, at) => {
    const { lnLr, family } = evidence[id];
    const speaksFirst = (other: EvidenceId, place: number) =>
      evidence[other].family === family &&
      (evidence[other].lnLr > lnLr || (evidence[other].lnLr === lnLr && place < at));
    return { id, lnLr, isCounted: !ids.some(speaksFirst) };
  });
  const logit = contributions
    .filter(({ isCounted }) => isCounted)
    .reduce((sum, { lnLr }) => sum + lnLr, Math.log(prior / (1 - prior)));
  return { p: 1 / (1 + Math.exp(-logit)), contributions };
}

/**
 * The largest text that host or system ask for, as a ratio; undefined when none answered sensibly.
 * Systems go from about 0.8 to 3.1 (iOS, largest): 0, NaN, a negative or a percentage is no ratio and is ignored.
 */
export function hostTextScale(
  scales: Readonly<Partial<Record<TextScaleSource, number>>> | undefined,
): number | undefined {
  const sensible = Object.values(scales ?? {}).filter(isTextScale);
  return sensible.length ? Math.max(...sensible) : undefined;
}

/** Whether a number can be a text size relative to the standard one. */
export function isTextScale(value: number | undefined): value is number {
  return typeof value === 'number' && value >= 0.5 && value <= 4;
}

/** Hosts compute ratios from whole pixels: 1.3999 is the level 1.4. */
export function isAtLeast(scale: number | undefined, level: number): boolean {
  return scale !== undefined && Math.round(scale * 100) >= Math.round(level * 100);
}

/** 60 begins on the birthday itself (B-2). */
export function is60Plus(band: AgeBand | undefined): boolean {
  return band === '60to79' || band === '80plus';
}

/** The signs that are there, in a fixed order, so that the order of arrival does not matter. */
function signsOf(situation: Situation): EvidenceId[] {
  const ids: EvidenceId[] = [];
  const host = hostTextScale(situation.textScales);
  if (host !== undefined) {
    if (isAtLeast(host, hostLevels.care)) ids.push('host-care');
    else ids.push(isAtLeast(host, hostLevels.large) ? 'host-large' : 'host-default');
  }
  if (situation.isCareMode === true) ids.push('care-mode');
  for (const link of [...new Set(situation.links)].sort()) ids.push(`link-${link}`);
  if (is60Plus(situation.operatorAge)) ids.push('operator-60');
  else if (situation.operatorAge === 'under60') ids.push('operator-under-60');
  // The insured's age says something of the person at the phone only while theirs is unknown.
  else if (is60Plus(situation.insuredAge)) ids.push('insured-60');
  if (situation.wantsContrast === true) ids.push('contrast');
  return ids;
}
