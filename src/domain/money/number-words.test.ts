import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords, type NumberWords } from './number-words.ts';

const zh: NumberWords = {
  digits: [...'零一二三四五六七八九'],
  small: [...'十百千'],
  groups: [...'万亿'],
};
const en: NumberWords = {
  digits:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    ),
  small: 'twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' '),
  groups: 'thousand million billion'.split(' '),
};

describe('A number in words', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [110, '一百一十'],
    [205, '二百零五'],
    [1004, '一千零四'],
    [2860, '二千八百六十'],
    [10_000, '一万'],
    [10_030, '一万零三十'],
    [100_500, '十万零五百'],
    [120_300, '十二万零三百'],
    [1_000_005, '一百万零五'],
    [30_400_000, '三千零四十万'],
    [100_000_001, '一亿零一'],
    [100_010_000, '一亿零一万'],
  ])('%i is said %s', (n, said) => {
    expect(numberInWords(n, 'zh-CN', zh)).toBe(said);
  });

  it.each([
    [0, 'zero'],
    [13, 'thirteen'],
    [40, 'forty'],
    [99, 'ninety-nine'],
    [2860, 'two thousand eight hundred sixty'],
    [1_000_005, 'one million five'],
  ])('%i is said %s', (n, said) => {
    expect(numberInWords(n, 'en', en)).toBe(said);
  });

  it('never says two noughts together, ends with one or begins with one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (n) => {
        expect(numberInWords(n, 'zh-CN', zh)).not.toMatch(/零零|零$|^零/);
      }),
    );
  });

  it('is another one for every other number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (a, b) => {
          const isSame = numberInWords(a, 'zh-CN', zh) === numberInWords(b, 'zh-CN', zh);
          expect(isSame).toBe(a === b);
          expect(numberInWords(a, 'en', en) === numberInWords(b, 'en', en)).toBe(a === b);
        },
      ),
    );
  });
});
