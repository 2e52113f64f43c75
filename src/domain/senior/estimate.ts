import type { AgeBand } from '#domain/lane/age.ts';
import { countOf, most, type BehaviourSummary } from './behaviour.ts';
import { behaviourWeight, evidence, hostLevels, tapScatter, type EvidenceId } from './evidence.ts';
import type { Signals, TextScaleSource } from './signals.ts';

/** One sign and what it says before families, shrinking and caps. */
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
 * The likelihood that the person who holds the phone is 60 or over: senior-signals.md §3.
 * `L = logit(prior) + Σ families + clip(0.6 · Σ behaviour, ±1.5)`, the largest of each family.
 * @param prior share of people of 60 and over among those who come, between 0 and 1
 */
export function estimate(signals: Omit<Signals, 'session'>, prior: number): Estimate {
  const seen = [...situationOf(signals), ...behaviourOf(signals.behaviour)];
  const contributions = seen.map(([id, lnLr], at) => ({
    id,
    lnLr,
    isCounted:
      familyOf(id) === 'behaviour' ||
      !seen.some(
        ([other, value], place) =>
          familyOf(other) === familyOf(id) && (value > lnLr || (value === lnLr && place < at)),
      ),
  }));
  const sumOf = (isBehaviour: boolean) =>
    contributions
      .filter(({ id, isCounted }) => isCounted && (familyOf(id) === 'behaviour') === isBehaviour)
      .reduce((sum, { lnLr }) => sum + lnLr, 0);
  const { shrink, cap } = behaviourWeight;
  const logit =
    Math.log(prior / (1 - prior)) + sumOf(false) + clamp(shrink * sumOf(true), -cap, cap);
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

export function is60Plus(band: AgeBand | undefined): boolean {
  return band === '60to79' || band === '80plus';
}

function situationOf(signals: Omit<Signals, 'session'>): [EvidenceId, number][] {
  const ids: EvidenceId[] = [];
  const host = hostTextScale(signals.textScales);
  if (host !== undefined) {
    if (isAtLeast(host, hostLevels.care)) ids.push('host-care');
    else ids.push(isAtLeast(host, hostLevels.large) ? 'host-large' : 'host-default');
  }
  if (signals.isCareMode === true) ids.push('care-mode');
  for (const link of new Set(signals.links)) ids.push(`link-${link}`);
  if (is60Plus(signals.operatorAge)) ids.push('operator-60');
  else if (signals.operatorAge === 'under60') ids.push('operator-under-60');
  else if (is60Plus(signals.insuredAge)) ids.push('insured-60');
  if (signals.wantsContrast === true) ids.push('contrast');
  return ids.map((id) => [id, evidence[id].lnLr]);
}

function behaviourOf(behaviour: BehaviourSummary): [EvidenceId, number][] {
  const signs: [EvidenceId, number][] = [];
  if (countOf(behaviour.pinches) >= 1) signs.push(['pinch', evidence.pinch.lnLr]);
  if (most(behaviour.errors) >= 3) signs.push(['errors', evidence.errors.lnLr]);
  const taps = tapsLnLr(behaviour.smallTaps);
  if (taps !== undefined) signs.push(['taps', taps]);
  return signs;
}

/** One summary of the person, never a sum over taps, which are not independent. Undefined below 20 taps. */
function tapsLnLr({ count, squaredPx }: BehaviourSummary['smallTaps']): number | undefined {
  const { older, others, largest, fewest, mmPerPx } = tapScatter;
  // Two axes: the mean squared distance is 2σ².
  const x = Math.log(Math.sqrt(squaredPx / (2 * count)) * mmPerPx);
  if (!(count >= fewest) || !Number.isFinite(x)) return undefined;
  const { lnLr } = evidence.taps;
  return clamp(
    lnNormal(Math.min(x, largest), older) - lnNormal(Math.min(x, largest), others),
    -lnLr,
    lnLr,
  );
}

function lnNormal(x: number, { mean, sd }: { mean: number; sd: number }): number {
  return -(((x - mean) / sd) ** 2) / 2 - Math.log(sd);
}

function clamp(value: number, least: number, top: number): number {
  return Math.min(top, Math.max(least, value));
}

function familyOf(id: EvidenceId) {
  return evidence[id].family;
}
