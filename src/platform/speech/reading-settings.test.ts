import { describe, expect, it } from 'vitest';
import { readRate } from './reading-settings.ts';

describe('The kept speed of reading', () => {
  it('is one of four; anything else is no choice', () => {
    expect(readRate('0.6')).toBe(0.6);
    expect(readRate('1')).toBe(1);
    for (const wrong of [null, undefined, '', '2', '0.80', 'fast', '{}'])
      expect(readRate(wrong)).toBeUndefined();
  });
});
