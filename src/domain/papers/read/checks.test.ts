import { describe, expect, it } from 'vitest';
import { isIdNumber, readDay } from './checks.ts';
import { readAmount, readAmountInWords } from './money.ts';

describe('Checks', () => {
  it('know days that exist, and the new form of numbers alone', () => {
    expect(readDay('2026年02月28日')).toBe('2026-02-28');
    for (const wrong of ['2026-02-30', '2012-05-36', '0022-05-16', '20261', '']) {
      expect(readDay(wrong)).toBeUndefined();
    }
    expect(isIdNumber('330106490308684')).toBe(false);
    expect(isIdNumber('11010519491231002X')).toBe(true);
  });

  it('read amounts whole or not at all', () => {
    expect(readAmount('¥12,680.57')).toBe(1_268_057);
    expect(readAmount('885.9')).toBeUndefined();
    expect(readAmountInWords('壹万贰仟陆佰捌拾元伍角柒分')).toBe(1_268_057);
    expect(readAmountInWords('叁万零伍佰元零捌分')).toBe(3_050_008);
    expect(readAmountInWords('壹仟零陆元整')).toBe(100_600);
    for (const wrong of ['元整', '捌佰捌拾伍', '捌佰捌拾伍元', '伍捌元整', '佰元整']) {
      expect(readAmountInWords(wrong)).toBeUndefined();
    }
  });
});
