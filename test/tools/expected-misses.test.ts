import { describe, expect, it } from 'vitest';
import { FINGER, hitShare, missesOf, summary, type Rectangle } from './expected-misses.ts';

const centre = { x: 0, y: 0 };
const square = (side: number): Rectangle => [-side / 2, -side / 2, side / 2, side / 2];

/** Misses of a round target of so many CSS px by adding up a fine grid: the table of senior-signals.md §1.2. */
function missRound(diameter: number, sigma: number): number {
  const step = 0.1;
  const radius = (diameter * FINGER.pixel) / 2;
  let hit = 0;
  for (let x = -radius + step / 2; x < radius; x += step)
    for (let y = -radius + step / 2; y < radius; y += step)
      if (Math.hypot(x, y) <= radius)
        hit +=
          (Math.exp(-(x * x + y * y) / (2 * sigma * sigma)) * step * step) /
          (2 * Math.PI * sigma * sigma);
  return 1 - hit;
}

describe('The finger of an older person', () => {
  it.each([
    [44, 0.388],
    [60, 0.172],
    [90, 0.019],
  ])('misses a round target of %i px as often as was published', (size, published) => {
    expect(missRound(size, FINGER.sigma)).toBeCloseTo(published, 2);
  });

  it.each([44, 60, 90])(
    'misses a square of %i px a little less often than the round one in it',
    (size) => {
      const miss = 1 - hitShare(square(size), centre);
      expect(miss).toBeLessThan(missRound(size, FINGER.sigma));
      expect(miss).toBeGreaterThan(missRound(size * Math.SQRT2, FINGER.sigma));
    },
  );

  it('lands somewhere', () => {
    expect(hitShare([-1e4, -1e4, 1e4, 1e4], centre)).toBeCloseTo(1, 5);
    expect(hitShare([-1e4, -1e4, 0, 1e4], centre)).toBeCloseTo(0.5, 5);
    expect(hitShare([10, 10, 10, 40], centre)).toBe(0);
  });

  it('misses less often what is larger, and a neighbour that stands further off', () => {
    const own: Rectangle = [0, 0, 300, 90];
    const at = (gap: number, isDanger = false) =>
      missesOf({
        name: '下一步',
        own,
        neighbours: [{ isDanger, box: [0, 90 + gap, 300, 180 + gap] }],
      });
    expect(at(0).neighbour).toBeGreaterThan(at(12).neighbour);
    expect(at(12).danger).toBe(0);
    expect(at(12, true).danger).toBe(at(12).neighbour);
    expect(at(12).neighbour).toBeLessThan(at(12).miss);
    expect(at(12).miss).toBeLessThan(1 - hitShare(square(90), centre));
  });
});

describe('The sum over many controls', () => {
  it('names the worst and the mean', () => {
    const one = { name: 'a', miss: 0.01, neighbour: 0, danger: 0.001 };
    expect(summary([one, { ...one, miss: 0.03, danger: 0 }])).toEqual({
      worst: 0.03,
      mean: 0.02,
      neighbour: 0,
      danger: 0.001,
    });
    expect(summary([])).toEqual({ worst: 0, mean: 0, neighbour: 0, danger: 0 });
  });
});
