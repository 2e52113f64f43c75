import { decideBy } from './clocks.ts';
import type { Lane, LaneRules } from './rules.ts';
import { addWorkingHours } from './working-days.ts';

export interface LaneFacts {
  /** The kind of claim: a flow's id. */
  flow: string;
  /** Full years on the business day; absent where no birth date is held. */
  age?: number;
  isInHardship: boolean;
  /** What the papers come to in 分; absent when the customer could not say. */
  amountFen?: number;
  hasAllPapers: boolean;
}

/** Words: `locales/<lng>/claims/lane.json`. At most three are given. */
export type LaneReason =
  | 'small-amount'
  | 'papers-complete'
  | 'age-first'
  | 'hardship-first'
  | 'amount-unknown'
  | 'amount-needs-review'
  | 'person-decides';

export interface LaneDecision {
  lane: Lane;
  reasons: readonly LaneReason[];
  ruleVersion: string;
  /** ms since 1970: when the customer hears from us at the latest. */
  promiseBy: number;
  clocks: readonly { kind: 'decide'; dueAt: number }[];
  withdrawUntil: number;
}

const HOUR = 3_600_000;

/**
 * Which lane a claim takes, what is promised and which legal clocks run. Being older, or in hardship, can only
 * make it faster (P-24.1): without either, the lane is the same or slower.
 * @param now ms since 1970
 * @throws Error when the kind has no promise: a kind without one must not be offered (G2)
 */
export function decideLane(facts: LaneFacts, rules: LaneRules, now: number): LaneDecision {
  const small = rules.smallClaimFen[facts.flow];
  const isSmall = small !== undefined && facts.amountFen !== undefined && facts.amountFen <= small;
  const isElder = facts.age !== undefined && facts.age >= rules.firstFromAge;
  const reasons: LaneReason[] = [];
  if (isElder) reasons.push('age-first');
  if (facts.isInHardship) reasons.push('hardship-first');
  let lane: Lane = isElder || facts.isInHardship ? 'priority' : 'standard';
  if (isSmall && facts.hasAllPapers) {
    lane = 'green';
    reasons.unshift('small-amount', 'papers-complete');
  } else if (small === undefined) {
    reasons.push('person-decides');
  } else if (facts.amountFen === undefined) {
    reasons.push('amount-unknown');
  } else if (!isSmall) {
    reasons.push('amount-needs-review');
  }
  const hours = rules.promiseHours[facts.flow]?.[lane];
  if (hours === undefined) throw new Error(`no promise for ${facts.flow} in the ${lane} lane`);
  return {
    lane,
    reasons: reasons.slice(0, 3),
    ruleVersion: rules.version,
    // No person is needed on a green lane; on the others it is working days that count.
    promiseBy: lane === 'green' ? now + hours * HOUR : addWorkingHours(now, hours),
    clocks: [{ kind: 'decide', dueAt: decideBy({ receivedAt: now, pauses: [] }, rules, now) }],
    withdrawUntil: now + rules.withdrawMinutes * 60_000,
  };
}
