import { describe, expect, it } from 'vitest';
import { drawPerson, drawSession, worldsOf, type Session } from '../../bench/senior/population.ts';
import { randomFrom } from '../../bench/senior/random.ts';
import { auc, brier, calibrationError, ratesOf } from '../../bench/senior/measures.ts';
import { referenceP, signBundles } from '../../bench/senior/reference-model.ts';
import { noBehaviour } from '#domain/senior/behaviour.ts';
import { estimate } from '#domain/senior/estimate.ts';

const whole = signBundles['the whole bundle'] ?? [];

/** Somebody whose every sign of behaviour is at its most. */
function struggling(host?: number): Session {
  const [world] = worldsOf(0.143);
  if (!world) throw new Error('no world');
  const person = { ...drawPerson(0, world, randomFrom(1)), host, wantsContrast: false };
  return {
    person,
    links: [],
    taps: { count: 25, squaredPx: 25 * 2 * (5 / 0.157) ** 2 },
    behaviour: { ...noBehaviour, errors: { amount: 9 }, pinches: 1 },
    readMs: 20_000,
    wpm: 5,
  };
}

describe('the bench of the two modes', () => {
  it('reproduces the published estimates with behaviour at its cap', () => {
    expect(referenceP(struggling(), 0.143, whole)).toBeCloseTo(0.43, 2);
    expect(referenceP(struggling(), 0.35, whole)).toBeCloseTo(0.71, 2);
    expect(referenceP(struggling(1.4), 0.143, whole)).toBeCloseTo(0.8, 2);
    expect(referenceP(struggling(1.4), 0.35, whole)).toBeCloseTo(0.93, 2);
  });

  it('leaves the product’s own estimate as it is where behaviour says nothing', () => {
    const own = estimate({ textScales: { wechat: 1.4 } }, 0.143).p;
    expect(referenceP(struggling(1.4), 0.143, [])).toBeCloseTo(own, 10);
  });

  it('meets the same people in every run', () => {
    const people = (seed: number) => {
      const random = randomFrom(seed);
      return worldsOf(0.35).map((world, id) => drawSession(drawPerson(id, world, random), random));
    };
    expect(people(7)).toEqual(people(7));
    expect(people(7)).not.toEqual(people(8));
  });

  it('draws as many of 60 and over, and wishes, as it says', () => {
    const [world] = worldsOf(0.35);
    if (!world) throw new Error('no world');
    const random = randomFrom(3);
    const people = Array.from({ length: 20_000 }, (_none, id) => drawPerson(id, world, random));
    const older = people.filter(({ is60 }) => is60);
    const share = (list: typeof people) =>
      list.filter((one) => one.wantsLarge).length / list.length;
    expect(older.length / people.length).toBeCloseTo(0.35, 1);
    expect(share(older)).toBeCloseTo(0.725, 1);
    expect(share(people.filter(({ is60 }) => !is60))).toBeCloseTo(0.2, 1);
    expect(people.every(({ age, is60 }) => (is60 ? age >= 60 && age < 90 : age < 60))).toBe(true);
  });

  it('measures what its words say', () => {
    const judged = [
      { p: 0.9, isTrue: true },
      { p: 0.2, isTrue: false },
      { p: 0.2, isTrue: true },
      { p: 0.1, isTrue: false },
    ];
    expect(auc(judged)).toBeCloseTo(0.875, 10);
    expect(brier(judged)).toBeCloseTo((0.01 + 0.04 + 0.64 + 0.01) / 4, 10);
    expect(calibrationError(judged)).toBeCloseTo((0.1 + 2 * 0.3 + 0.1) / 4, 10);
    expect(ratesOf(judged.map(({ p, isTrue }) => ({ isFlagged: p >= 0.2, isTrue })))).toEqual({
      recall: 1,
      falseOffers: 0.5,
      precision: 2 / 3,
    });
  });
});
