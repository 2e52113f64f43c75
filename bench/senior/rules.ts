import { noBehaviour } from '../../src/domain/senior/behaviour.ts';
import { estimate } from '../../src/domain/senior/estimate.ts';
import { decide, policyConfig } from '../../src/domain/senior/policy.ts';
import type { Session } from './population.ts';
import { referenceP, signalsAtStart, signBundles, type Sign } from './reference-model.ts';

/** What a rule does to one session before and while the person works. */
export interface Treatment {
  /** The mode that the page opens in by itself. */
  isAutomatic: boolean;
  /** The neutral chooser is shown. */
  isAsked: boolean;
  /** The large mode is selected in it. */
  isPreselected: boolean;
  /** Help is offered to those who left the chooser unanswered, because of who they may be. */
  isOfferedBySign: boolean;
  /** Help is offered because of counted struggle, to everybody. */
  isOfferedForStruggle: boolean;
}

export type Rule = (session: Session, prior: number) => Treatment;

const nothing: Treatment = {
  isAutomatic: false,
  isAsked: false,
  isPreselected: false,
  isOfferedBySign: false,
  isOfferedForStruggle: false,
};

/** The product itself: opened; then one step finished, the chooser closed without an answer. */
const ours: Rule = (session, prior) => {
  const config = { ...policyConfig, prior };
  const signals = signalsAtStart(session);
  const start = decide(signals, config);
  const working = {
    ...signals.session,
    isStart: false,
    hasTyped: true,
    isAtStepBoundary: true,
    hasSeenChooser: true,
    mode: start.mode,
    isAutomatic: start.isAutomatic,
    leanedSenior: start.leansSenior,
  };
  const isOffered = (behaviour: Session['behaviour'], chosen?: 'standard') =>
    decide({ ...signals, chosen, behaviour, session: working }, config).offer === 'help';
  return {
    isAutomatic: start.isAutomatic,
    isAsked: start.showChooser,
    isPreselected: start.preselect === 'senior' && !start.isAutomatic,
    isOfferedBySign: isOffered(noBehaviour),
    isOfferedForStruggle: isOffered(session.behaviour, 'standard'),
  };
};

/** Ours with a bundle of behaviour in the estimate: p ≥ .30 and a positive sign lead to an offer. */
const withBundle =
  (signs: readonly Sign[]): Rule =>
  (session, prior) => {
    const treatment = ours(session, prior);
    const before = estimate(signalsAtStart(session), prior);
    const p = referenceP(session, prior, signs);
    const hasPositive = before.contributions.some(({ lnLr }) => lnLr > 0) || p > before.p;
    return {
      ...treatment,
      isOfferedBySign: !treatment.isAutomatic && hasPositive && p >= policyConfig.offerFrom,
    };
  };

export const rules: Record<string, Rule> = {
  'chooser for all': () => ({ ...nothing, isAsked: true }),
  'host size only': ({ person: { host = 1 } }) => ({
    ...nothing,
    isAutomatic: host >= 1.4,
    isOfferedBySign: host >= 1.05 && host < 1.4,
  }),
  'our policy': ours,
  'ours without estimate': (session, prior) => ({
    ...ours(session, prior),
    isPreselected: false,
    isOfferedBySign: false,
  }),
  ...Object.fromEntries(
    Object.entries(signBundles).map(([name, signs]) => [`ours, p with ${name}`, withBundle(signs)]),
  ),
};
