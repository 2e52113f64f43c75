import { describe, expect, it } from 'vitest';
import { clipRate, createPace, defaultRates, mostPerMinute, spokenLength } from './pace.ts';

describe('Reading aloud is slow enough to follow', () => {
  it('270 characters a minute at most in the large-text mode, before anybody chose', () => {
    expect(mostPerMinute(defaultRates.senior)).toBeCloseTo(270);
  });

  it('and marks are no characters', () => {
    expect(spokenLength('您好，想办什么？')).toBe(6);
  });

  it('and a clip that was spoken fast is slowed below the promise, a slow one is played as wished', () => {
    const text = '一二三四五六七八九十'; // 10 characters
    // 400 a minute: 1.5 s. At 0.8 it would be 320.
    expect(400 * clipRate(text, 1.5, 0.8)).toBeLessThanOrEqual(270.001);
    expect(clipRate(text, 3, 0.8)).toBe(0.8);
    expect(clipRate('…', 1, 0.8)).toBe(0.8);
    expect(clipRate(text, 0, 1)).toBe(1);
    expect(clipRate('a fast one', 0.5, 1.2, false)).toBe(1.2);
  });

  it('and a voice that turns out to be fast is asked to be slower from the next sentence on', () => {
    const pace = createPace();
    expect(pace.rateFor(0.8)).toBe(0.8);
    pace.note('好', 10, 0.8);
    expect(pace.rateFor(0.8)).toBe(0.8);
    pace.note('一二三四五六七八九十', 1500, 0.8); // 400 a minute at 0.8, 500 at 1
    expect(500 * pace.rateFor(0.8)).toBeLessThanOrEqual(270.001);
    pace.note('一二三四五六七八九十', 6000, 0.54);
    expect(500 * pace.rateFor(0.8)).toBeLessThanOrEqual(270.001);
  });
});
