import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../claims/flows.ts';
import { ageBandOn, ageOn, chinaDay } from './age.ts';
import { decideLane, type LaneFacts } from './decide-lane.ts';
import { laneRules } from './rules.ts';

const now = Date.UTC(2026, 10, 21, 4);
const facts: fc.Arbitrary<LaneFacts> = fc.record({
  flow: fc.constantFrom(...flows.map((flow) => flow.id)),
  age: fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined }),
  isInHardship: fc.boolean(),
  amountFen: fc.option(fc.integer({ min: 1, max: 1_000_000_000 }), { nil: undefined }),
  hasAllPapers: fc.boolean(),
});

describe('the lane of a claim', () => {
  it('never promises later because somebody is older or in hardship', () => {
    fc.assert(
      fc.property(facts, (claim) => {
        const plain = decideLane({ ...claim, age: 30, isInHardship: false }, laneRules, now);
        expect(decideLane(claim, laneRules, now).promiseBy).toBeLessThanOrEqual(plain.promiseBy);
      }),
    );
  });
  it('gives at most three reasons and the version of its rules', () => {
    fc.assert(
      fc.property(facts, (claim) => {
        const { reasons, ruleVersion } = decideLane(claim, laneRules, now);
        expect(reasons.length).toBeLessThanOrEqual(3);
        expect(ruleVersion).toBe(laneRules.version);
      }),
    );
  });
  it('is green for a small sum with its papers, and not for one fen more', () => {
    const limit = laneRules.smallClaimFen.hospital ?? 0;
    const small = {
      flow: 'hospital',
      isInHardship: false,
      amountFen: limit,
      hasAllPapers: true,
    };
    expect(decideLane(small, laneRules, now).lane).toBe('green');
    expect(decideLane({ ...small, amountFen: limit + 1 }, laneRules, now).lane).toBe('standard');
  });
  it('has a promise for every kind of claim that is offered (G2)', () => {
    for (const flow of flows) expect(Object.keys(laneRules.promiseHours)).toContain(flow.id);
    expect(() =>
      decideLane({ flow: 'none', isInHardship: false, hasAllPapers: true }, laneRules, now),
    ).toThrow(/promise/);
  });
});

describe('age', () => {
  it('reaches 60 on the birthday itself (B-2)', () => {
    expect(ageOn('1966-11-21', '2026-11-20')).toBe(59);
    expect(ageOn('1966-11-21', '2026-11-21')).toBe(60);
    expect(ageBandOn('1966-11-21', '2026-11-20')).toBe('under60');
    expect(ageBandOn('1966-11-21', '2026-11-21')).toBe('60to79');
  });
  it('of somebody born on 29 February goes up on 1 March of other years', () => {
    expect(ageOn('1964-02-29', '2026-02-28')).toBe(61);
    expect(ageOn('1964-02-29', '2026-03-01')).toBe(62);
  });
  it('is counted by the day in China', () => {
    expect(chinaDay(Date.UTC(2026, 10, 20, 16))).toBe('2026-11-21');
    expect(chinaDay(Date.UTC(2026, 10, 20, 15, 59))).toBe('2026-11-20');
  });
});
