import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence } from './evidence.ts';
import { estimate, hostTextScale, type Situation } from './estimate.ts';
import { anySituation } from './signals.examples.ts';

const pOf = (situation: Situation, prior: number) => estimate(situation, prior).p;

describe('the estimate', () => {
  it.each<[string, Situation, number, number]>([
    ['nothing', {}, 0.143, 0.35],
    ['ordinary text', { textScales: { wechat: 1 } }, 0.09, 0.25],
    ['larger text', { textScales: { wechat: 1.2 } }, 0.26, 0.53],
    ['text of care level', { textScales: { wechat: 1.4 } }, 0.48, 0.75],
    ['care mode', { isCareMode: true }, 0.48, 0.75],
    ['an older insured', { insuredAge: '60to79' }, 0.33, 0.62],
    ['a link from staff', { links: ['staff'] }, 0.62, 0.84],
    [
      'a link from staff and text of care level',
      { links: ['staff'], textScales: { wechat: 1.4 } },
      0.9,
      0.97,
    ],
  ])('for %s is the published one', (_name, situation, atNetizens, atOlder) => {
    const places = atNetizens === 0.143 ? 3 : 2;
    expect(pOf(situation, 0.143)).toBeCloseTo(atNetizens, places);
    expect(pOf(situation, 0.35)).toBeCloseTo(atOlder, 2);
  });

  it('is settled by the verified age of the person at the phone', () => {
    expect(pOf({ operatorAge: '80plus', textScales: { wechat: 1 } }, 0.143)).toBe(1);
    expect(pOf({ operatorAge: 'under60', insuredAge: '80plus' }, 0.143)).toBe(0);
  });

  it('counts signs that say the same thing once', () => {
    const once = pOf({ isCareMode: true }, 0.143);
    expect(pOf({ isCareMode: true, textScales: { wechat: 1.5, 'ios-adjust': 1.5 } }, 0.143)).toBe(
      once,
    );
    expect(pOf({ links: ['staff', 'hotline', 'qr'] }, 0.143)).toBe(
      pOf({ links: ['staff'] }, 0.143),
    );
  });

  it('is the same in whatever order the signs arrive', () => {
    fc.assert(
      fc.property(anySituation, fc.integer(), (situation, turn) => {
        const turned: Situation = {
          ...situation,
          links: rotate(situation.links ?? [], turn),
          textScales: Object.fromEntries(rotate(Object.entries(situation.textScales ?? {}), turn)),
        };
        expect(estimate(turned, 0.143)).toEqual(estimate(situation, 0.143));
      }),
    );
  });

  it('never falls when a sign grows or one that speaks for it is added', () => {
    fc.assert(
      fc.property(anySituation, fc.double({ min: 1, max: 4, noNaN: true }), (situation, scale) => {
        const before = pOf(situation, 0.143);
        const host = hostTextScale(situation.textScales);
        const more: Situation[] = [
          { ...situation, isCareMode: true },
          { ...situation, wantsContrast: true },
          ...(['staff', 'hotline', 'qr'] as const).map((link) => ({
            ...situation,
            links: [...(situation.links ?? []), link],
          })),
          { ...situation, insuredAge: '60to79' },
          { ...situation, operatorAge: '60to79' },
        ];
        // A size that was unknown may turn out to be the ordinary one, which speaks against.
        if (host !== undefined || scale >= 1.05) {
          more.push({
            ...situation,
            textScales: { ...situation.textScales, shell: Math.max(scale, host ?? 1) },
          });
        }
        for (const one of more) expect(pOf(one, 0.143)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('ignores text sizes that cannot be ratios', () => {
    for (const wechat of [NaN, 0, -1.4, 140, Infinity, -Infinity]) {
      expect(estimate({ textScales: { wechat } }, 0.143)).toEqual(estimate({}, 0.143));
    }
    expect(hostTextScale({ wechat: 140, 'applied-zoom': 1.2 })).toBe(1.2);
  });

  it('says where each of its figures comes from', () => {
    for (const row of Object.values(evidence)) expect(row.provenance).toMatch(/^SIG-\d/);
  });
});

function rotate<T>(values: readonly T[], turn: number): T[] {
  const at = values.length ? ((turn % values.length) + values.length) % values.length : 0;
  return [...values.slice(at), ...values.slice(0, at)];
}
