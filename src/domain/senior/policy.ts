import { countOf, most, type BehaviourSummary } from './behaviour.ts';
import type { DisplayMode } from './display.ts';
import { hostLevels, priors, type EvidenceId } from './evidence.ts';
import {
  estimate,
  hostTextScale,
  is60Plus,
  isAtLeast,
  isTextScale,
  type Estimate,
} from './estimate.ts';
import type { SessionFacts, Signals } from './signals.ts';

/** Words: `reasons.<id>` in `locales/<lng>/display.json`. None names an age. */
export type Reason =
  | 'chosen'
  | 'never-ask'
  | 'host-text'
  | 'care-mode'
  | 'link-staff'
  | 'link-hotline'
  | 'link-qr'
  | 'account'
  | 'policy'
  | 'contrast'
  | Friction;

/** A sign of struggle that is enough to offer help. */
export type Friction = 'errors' | 'pinches' | 'near-misses' | 'back-and-forth' | 'idle';

export interface Decision {
  /** Ratio to the standard text, 1 to 2: the larger of the host's wish and the own choice, never their product. */
  textScale: number;
  mode: DisplayMode;
  /** The mode was switched without being asked for: show the quiet line, with undo. */
  isAutomatic: boolean;
  /** Which of the two the chooser has selected when it opens. */
  preselect: DisplayMode;
  showChooser: boolean;
  /** `help` once at a step boundary: a person, a family member, larger text. Never a dialog. */
  offer: 'none' | 'help';
  /** What had an effect on this decision, strongest rule first; empty when nothing is known. */
  reasons: readonly Reason[];
  /** Hand back as `session.leanedSenior` next time. */
  leansSenior: boolean;
}

/** Thresholds and limits as data (senior-signals.md §6). An insurer replaces this table. */
export const policyConfig = {
  /** Share of people of 60 and over among those who come. */
  prior: priors.netizens as number,
  preselectFrom: 0.5,
  /** Cost of a needless offer to a missed one is about 3 to 7. */
  offerFrom: 0.3,
  offerUntil: 0.15,
  /** Host's text size that switches by itself at the start. */
  automaticScale: hostLevels.care as number,
  largestText: 2,
  offersPerSession: 1,
  offersEver: 2,
  quietDays: 90,
  friction: { errors: 3, pinches: 2, nearMisses: 3, returns: 3, idleMs: 120_000 },
};
export type PolicyConfig = typeof policyConfig;

/**
 * What the page does with what is known. Pure: the same signals always give the same decision.
 *
 * A choice wins and ends inference. The mode changes by itself only at the start, with nothing typed, on a hard signal;
 * behaviour is no hard signal. Nothing here is about money or a claim: it decides presentation only (P-24.1).
 */
export function decide(signals: Signals, config: PolicyConfig = policyConfig): Decision {
  const { session, behaviour } = signals;
  const host = signals.ignoresHostText ? undefined : hostTextScale(signals.textScales);
  const own = isTextScale(signals.ownTextScale) ? signals.ownTextScale : 1;
  const textScale = Math.min(config.largestText, Math.max(1, own, host ?? 1));
  const textReasons: Reason[] = host !== undefined && host > Math.max(1, own) ? ['host-text'] : [];
  const frictions = frictionsOf(behaviour, config);
  const mayOffer = session.isAtStepBoundary && !signals.neverAsk && isOfferAllowed(session, config);

  if (signals.chosen || signals.neverAsk) {
    const mode = signals.chosen ?? session.mode;
    // Counted struggle is no inference about the person: whoever chose a mode may still be stuck, and be offered a human.
    const isOffered = mayOffer && frictions.length > 0;
    return {
      textScale,
      mode,
      isAutomatic: false,
      preselect: mode,
      showChooser: false,
      offer: isOffered ? 'help' : 'none',
      reasons: unique([
        signals.chosen ? 'chosen' : 'never-ask',
        ...textReasons,
        ...(isOffered ? frictions : []),
      ]),
      leansSenior: false,
    };
  }

  const hard = hardReasons(signals, config);
  const isSwitched = session.isStart && !session.hasTyped && hard.length > 0;
  const isAutomatic = isSwitched || (session.isAutomatic && session.mode === 'senior');
  const mode = isAutomatic ? 'senior' : session.mode;
  const guess = estimate(signals, config.prior);
  const positives = positiveReasons(guess);
  const leansSenior =
    positives.length > 0 &&
    guess.p >= (session.leanedSenior ? config.offerUntil : config.offerFrom);
  const preselect = mode === 'senior' || guess.p >= config.preselectFrom ? 'senior' : 'standard';
  const showChooser = !isAutomatic && !session.hasSeenChooser && !session.hasTyped;
  const isOffered =
    mayOffer && !showChooser && (frictions.length > 0 || (leansSenior && mode === 'standard'));
  return {
    textScale,
    mode,
    isAutomatic,
    preselect,
    showChooser,
    offer: isOffered ? 'help' : 'none',
    reasons: unique([
      ...(isAutomatic ? hard : []),
      ...textReasons,
      ...(isOffered ? frictions : []),
      ...((showChooser && preselect === 'senior') || (isOffered && leansSenior) ? positives : []),
    ]),
    leansSenior,
  };
}

/** Signs of struggle that reached their count, whoever shows them. */
export function frictionsOf(
  behaviour: BehaviourSummary,
  { friction }: PolicyConfig = policyConfig,
): Friction[] {
  const found: Friction[] = [];
  if (most(behaviour.errors) >= friction.errors) found.push('errors');
  if (countOf(behaviour.pinches) >= friction.pinches) found.push('pinches');
  if (most(behaviour.nearMisses) >= friction.nearMisses) found.push('near-misses');
  if (most(behaviour.visits) - 1 >= friction.returns) found.push('back-and-forth');
  if (countOf(behaviour.idleMs) >= friction.idleMs) found.push('idle');
  return found;
}

/** What may switch the mode by itself at the start: a link that staff gave, the host's own care level, a verified age. */
function hardReasons(signals: Signals, config: PolicyConfig): Reason[] {
  const hard: Reason[] = [...new Set(signals.links)].sort().map((link) => `link-${link}` as const);
  if (signals.isCareMode === true) hard.push('care-mode');
  if (isAtLeast(hostTextScale(signals.textScales), config.automaticScale)) hard.push('host-text');
  if (is60Plus(signals.operatorAge)) hard.push('account');
  return hard;
}

const reasonOf: Partial<Record<EvidenceId, Reason>> = {
  'host-care': 'host-text',
  'host-large': 'host-text',
  'care-mode': 'care-mode',
  'link-staff': 'link-staff',
  'link-hotline': 'link-hotline',
  'link-qr': 'link-qr',
  'operator-60': 'account',
  'insured-60': 'policy',
  contrast: 'contrast',
};

function positiveReasons({ contributions }: Estimate): Reason[] {
  return contributions.flatMap(({ id, lnLr }) => (lnLr > 0 ? (reasonOf[id] ?? []) : []));
}

/** A corrupt count is taken as "enough": an offer too few is the smaller harm. */
function isOfferAllowed(session: SessionFacts, config: PolicyConfig): boolean {
  const isQuiet = session.daysSinceNo !== undefined && !(session.daysSinceNo >= config.quietDays);
  const isUnder = (count: number, limit: number) => count >= 0 && count < limit;
  return (
    isUnder(session.offersThisSession, config.offersPerSession) &&
    isUnder(session.offersEver, config.offersEver) &&
    !isQuiet
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
