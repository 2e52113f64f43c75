import { most, noBehaviour } from '../../src/domain/senior/behaviour.ts';
import { estimate } from '../../src/domain/senior/estimate.ts';
import { freshSession, type Signals } from '../../src/domain/senior/signals.ts';
import type { Session } from './population.ts';

/**
 * The whole model of senior-signals.md §3, touch rhythm, typing and reading included: what the product is measured against,
 * and leaves out. `L = logit(prior) + L_host + L_context + clip(0.6 · Σ L_behaviour, ±1.5)`.
 */
export type Sign = 'taps' | 'typing' | 'reading' | 'errors' | 'pinch';

export const signBundles: Record<string, readonly Sign[]> = {
  'errors and pinches': ['errors', 'pinch'],
  'errors, pinches, taps': ['errors', 'pinch', 'taps'],
  'the whole bundle': ['errors', 'pinch', 'taps', 'typing', 'reading'],
};

/** Mean and SD of the person's summary, 60+ and others, and the most it may say (§3, R and caps). */
const normals = {
  taps: { older: [0.841, 0.326], others: [0.502, 0.349], cap: 0.9 },
  reading: { older: [0.437, 0.555], others: [0.159, 0.564], cap: 0.4 },
  typing: { older: [0.546, 0.387], others: [0.252, 0.402], cap: 0.6 },
} as const;

const SHRINK = 0.6;
const CAP = 1.5;
const MM_PER_PX = 0.157;

/** What is known when the page opens. */
export function signalsAtStart({ person, links }: Session): Signals {
  return {
    textScales: person.host === undefined ? {} : { wechat: person.host },
    wantsContrast: person.wantsContrast,
    links,
    behaviour: noBehaviour,
    session: freshSession,
  };
}

/** The likelihood of 60 or over with a bundle of behaviour, 0 to 1. */
export function referenceP(session: Session, prior: number, signs: readonly Sign[]): number {
  const start = estimate(signalsAtStart(session), prior).p;
  const sum = signs.reduce((total, sign) => total + lnLrOf(sign, session), 0);
  const shrunk = Math.min(CAP, Math.max(-CAP, SHRINK * sum));
  return 1 / (1 + Math.exp(-(Math.log(start / (1 - start)) + shrunk)));
}

function lnLrOf(sign: Sign, session: Session): number {
  const { behaviour } = session;
  if (sign === 'errors') return most(behaviour.errors) >= 3 ? 0.8 : 0;
  if (sign === 'pinch') return behaviour.pinches >= 1 ? 0.5 : 0;
  const { count, squaredPx } = session.taps;
  const x = {
    taps: Math.log(Math.sqrt(squaredPx / (2 * count)) * MM_PER_PX),
    reading: Math.log(session.readMs / 3158),
    typing: Math.log(39.6 / session.wpm),
  }[sign];
  const { older, others, cap } = normals[sign];
  const ln = ([mean, sd]: readonly [number, number]) =>
    -(((x - mean) / sd) ** 2) / 2 - Math.log(sd);
  return Math.min(cap, Math.max(-cap, ln(older) - ln(others)));
}
