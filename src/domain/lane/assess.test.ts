import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../claims/flows.ts';
import { assess, type AssessFacts } from './assess.ts';
import { laneRules } from './rules.ts';

const plain: AssessFacts = {
  flow: 'outpatient',
  lane: 'green',
  amountFen: 100_000,
  isCustomerKnown: true,
  isForSelf: true,
  isPaidToSelf: true,
  policies: [{ limitFen: 1_000_000 }],
  hasAllPapers: true,
  hasOpenAnswers: false,
  contradicts: false,
  isAlsoFiled: false,
};
const amount = fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: undefined });
const facts: fc.Arbitrary<AssessFacts> = fc.record({
  flow: fc.constantFrom(...flows.map(({ id }) => id), 'gone'),
  lane: fc.constantFrom('green', 'priority', 'standard'),
  amountFen: amount,
  paperAmountFen: amount,
  isCustomerKnown: fc.boolean(),
  isForSelf: fc.boolean(),
  isPaidToSelf: fc.boolean(),
  policies: fc.array(fc.record({ limitFen: amount }), { maxLength: 3 }),
  hasAllPapers: fc.boolean(),
  hasOpenAnswers: fc.boolean(),
  contradicts: fc.boolean(),
  isAlsoFiled: fc.boolean(),
});

describe('an assessment without a person', () => {
  it('approves what is small, complete, insured and uncontradicted, in full', () => {
    expect(assess(plain, laneRules)).toEqual({
      outcome: 'approve',
      amountFen: 100_000,
      ruleVersion: laneRules.version,
    });
  });
  it('takes the amount from the papers where the customer could not say', () => {
    const read = { ...plain, amountFen: undefined, paperAmountFen: 90_000 };
    expect(assess(read, laneRules)).toMatchObject({ outcome: 'approve', amountFen: 90_000 });
  });
  it('never refuses, never pays more than a limit and never says a person must look without saying why (C9)', () => {
    fc.assert(
      fc.property(facts, (claim) => {
        const made = assess(claim, laneRules);
        if (made.outcome === 'person') {
          expect(made.reasons.length).toBeGreaterThan(0);
          return;
        }
        expect(made.outcome).toBe('approve');
        expect(claim.lane).toBe('green');
        expect(claim.contradicts || claim.isAlsoFiled || claim.hasOpenAnswers).toBe(false);
        expect(made.amountFen).toBeLessThanOrEqual(laneRules.smallClaimFen[claim.flow] ?? 0);
        expect(made.amountFen).toBe(claim.amountFen ?? claim.paperAmountFen);
      }),
    );
  });
  it.each<[string, Partial<AssessFacts>]>([
    ['not-green', { lane: 'priority' }],
    ['customer-unknown', { isCustomerKnown: false }],
    ['no-policy-in-force', { policies: [] }],
    ['amount-unknown', { amountFen: undefined }],
    ['amount-differs', { paperAmountFen: 99_999 }],
    ['over-small-claim', { amountFen: 300_001 }],
    ['over-small-claim', { flow: 'death' }],
    ['over-policy-limit', { policies: [{ limitFen: 50_000 }] }],
    ['papers-missing', { hasAllPapers: false }],
    ['answers-open', { hasOpenAnswers: true }],
    ['other-insured', { isForSelf: false }],
    ['other-payee', { isPaidToSelf: false }],
    ['contradicts', { contradicts: true }],
    ['also-filed', { isAlsoFiled: true }],
  ])('goes to a person: %s', (reason, over) => {
    const made = assess({ ...plain, ...over }, laneRules);
    expect(made).toMatchObject({ outcome: 'person', reasons: [reason] });
  });
});

describe('the tables', () => {
  it('say of every figure where it comes from', () => {
    const { version: _version, sources, ...figures } = laneRules;
    expect(Object.keys(sources).sort()).toEqual(Object.keys(figures).sort());
    for (const source of Object.values(sources)) expect(source).not.toBe('');
  });
  it('promise no later for somebody who is worked first, in every kind', () => {
    for (const hours of Object.values(laneRules.promiseHours)) {
      expect(hours.green).toBeLessThanOrEqual(hours.priority);
      expect(hours.priority).toBeLessThanOrEqual(hours.standard);
    }
  });
});
