import type { Lane, LaneRules } from './rules.ts';

/** What an assessment without a person goes by. Age is none of it. */
export interface AssessFacts {
  flow: string;
  lane: Lane;
  /** What the customer says it comes to, 分; absent when they could not say. */
  amountFen?: number;
  /** What the papers were read to say, 分; absent when they were not readable. */
  paperAmountFen?: number;
  isCustomerKnown: boolean;
  /** The insured is the customer, and so is whom the money goes to. */
  isForSelf: boolean;
  isPaidToSelf: boolean;
  /** The policies that pay for this kind of event, in force on its day. */
  policies: readonly { limitFen?: number }[];
  hasAllPapers: boolean;
  /** An answer that was left for later, or that the customer could not know. */
  hasOpenAnswers: boolean;
  /** Something filed says otherwise: dates of papers against answers, or the same event twice. */
  contradicts: boolean;
  isAlsoFiled: boolean;
}

/** Why a person looks. Words: `staff.json` under `assess.<id>`. */
export type PersonReason =
  | 'not-green'
  | 'customer-unknown'
  | 'no-policy-in-force'
  | 'amount-unknown'
  | 'amount-differs'
  | 'over-small-claim'
  | 'over-policy-limit'
  | 'papers-missing'
  | 'answers-open'
  | 'other-insured'
  | 'other-payee'
  | 'contradicts'
  | 'also-filed'
  | 'insurer-asks'
  | 'insurer-away';

/** All that may come of an assessment without a person. A refusal is not among it, nor is less than was asked for (C9). */
export type Assessment = MachineApproval | ToPerson;

export interface MachineApproval {
  outcome: 'approve';
  amountFen: number;
  ruleVersion: string;
}

export interface ToPerson {
  outcome: 'person';
  /** Never empty. */
  reasons: readonly PersonReason[];
  ruleVersion: string;
}

/**
 * Whether a claim may be approved without a person: green, a policy in force on the day, within the limits, the amount
 * known and uncontradicted, nothing missing. Anything else goes to a person, with every reason.
 */
export function assess(facts: AssessFacts, rules: LaneRules): Assessment {
  const { amountFen, paperAmountFen } = facts;
  const amount = amountFen ?? paperAmountFen;
  const small = rules.smallClaimFen[facts.flow];
  const covers = facts.policies.every(({ limitFen }) => limitFen !== undefined)
    ? facts.policies.reduce((sum, { limitFen = 0 }) => sum + limitFen, 0)
    : Infinity;
  const found: [PersonReason, boolean][] = [
    ['not-green', facts.lane !== 'green'],
    ['customer-unknown', !facts.isCustomerKnown],
    ['no-policy-in-force', facts.policies.length === 0],
    ['amount-unknown', amount === undefined],
    [
      'amount-differs',
      amountFen !== undefined && paperAmountFen !== undefined && amountFen !== paperAmountFen,
    ],
    ['over-small-claim', amount !== undefined && (small === undefined || amount > small)],
    ['over-policy-limit', facts.policies.length > 0 && amount !== undefined && amount > covers],
    ['papers-missing', !facts.hasAllPapers],
    ['answers-open', facts.hasOpenAnswers],
    ['other-insured', !facts.isForSelf],
    ['other-payee', !facts.isPaidToSelf],
    ['contradicts', facts.contradicts],
    ['also-filed', facts.isAlsoFiled],
  ];
  const reasons = found.flatMap(([reason, isSo]) => (isSo ? [reason] : []));
  const { version: ruleVersion } = rules;
  if (amount === undefined || reasons.length > 0)
    return { outcome: 'person', reasons, ruleVersion };
  return { outcome: 'approve', amountFen: amount, ruleVersion };
}
