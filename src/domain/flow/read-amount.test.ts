import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from './read-amount.ts';

const fen = (text: string) => {
  const read = readAmount(text);
  return 'fen' in read ? read.fen : read.problem;
};

/** A sum as it stands on a receipt: 叁仟零伍元捌角 or 三千零五元八角. */
function inWords(amount: number, digits: string, units: readonly string[]): string {
  const section = (n: number): string => {
    let [text, isGap] = ['', false];
    for (const [at, unit] of [
      [1000, units[2]],
      [100, units[1]],
      [10, units[0]],
      [1, ''],
    ] as const) {
      const digit = Math.floor(n / at) % 10;
      if (digit === 0) isGap = text !== '';
      else {
        text += `${isGap ? digits[0] : ''}${digits[digit]}${unit}`;
        isGap = false;
      }
    }
    return text;
  };
  const yuan = Math.floor(amount / 100);
  const [high, low] = [Math.floor(yuan / 10_000), yuan % 10_000];
  const gap = high > 0 && low > 0 && low < 1000 ? digits[0] : '';
  const whole = `${high > 0 ? `${section(high)}万` : ''}${gap}${section(low)}`;
  const [jiao, cents] = [Math.floor(amount / 10) % 10, amount % 10];
  const rest =
    jiao > 0
      ? `${digits[jiao]}角${cents > 0 ? `${digits[cents]}分` : ''}`
      : cents > 0
        ? `${digits[0]}${digits[cents]}分`
        : '整';
  return `${whole}元${rest}`;
}

describe('a sum', () => {
  const sums = fc.integer({ min: 100, max: 9_999_999_999 });
  it('in figures is read as it stands, with or without separators, full width or not', () => {
    fc.assert(
      fc.property(sums, (amount) => {
        const plain = (amount / 100).toFixed(2);
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        const wide = grouped.replace(/[0-9,.]/g, (one) =>
          String.fromCharCode(one.charCodeAt(0) + 0xfee0),
        );
        expect([plain, grouped, `¥${grouped}`, `${wide}元`].map(fen)).toEqual(
          Array(4).fill(amount),
        );
      }),
    );
  });

  it('in Chinese words is read back as it was written, in both kinds of figures', () => {
    fc.assert(
      fc.property(sums, (amount) => {
        expect(fen(inWords(amount, '零一二三四五六七八九', ['十', '百', '千']))).toBe(amount);
        expect(fen(inWords(amount, '零壹贰叁肆伍陆柒捌玖', ['拾', '佰', '仟']))).toBe(amount);
      }),
    );
  });

  it('whatever is typed gets an answer, never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom(...'零一二两三十百千万亿元块角毛分5.,整 多'))
            .map((all) => all.join('')),
        ),
        (text) => {
          const read = readAmount(text);
          if ('fen' in read) expect(Number.isSafeInteger(read.fen) && read.fen >= 0).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['三千五', 350_000],
    ['三千五百块', 350_000],
    ['三千零五', 300_500],
    ['一万二', 1_200_000],
    ['两万三千五', 2_350_000],
    ['三百二', 32_000],
    ['一百零五', 10_500],
    ['十五', 1500],
    ['二十块', 2000],
    ['三五〇〇', 350_000],
    ['１，２３４．５６', 123_456],
    ['3500', 350_000],
    ['3,500元', 350_000],
    ['3 500', 350_000],
    ['1.2万', 1_200_000],
    ['3千5', 350_000],
    ['3千500', 350_000],
    ['3块5', 350],
    ['3块5毛5', 355],
    ['三块零五', 305],
    ['12块3毛5分', 1235],
    ['五毛', 50],
    ['0.29', 29],
    ['大概三千五左右', 350_000],
    ['一共2680.50元', 268_050],
    ['人民币叁仟伍佰元整', 350_000],
    ['three thousand five hundred', 350_000],
    ['two thousand six hundred and eighty yuan', 268_000],
    ['3,500 yuan', 350_000],
  ])('%s is %i 分', (text, amount) => expect(fen(text)).toBe(amount));

  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['很多', 'amount-unreadable'],
    ['三千多', 'amount-unreadable'],
    ['3500和200', 'amount-unreadable'],
    ['3.500,00', 'amount-unreadable'],
    ['1,23', 'amount-unreadable'],
    ['1.234', 'amount-unreadable'],
    ['三三千', 'amount-unreadable'],
    ['百', 'amount-unreadable'],
    ['-5', 'amount-too-small'],
    ['负五百', 'amount-too-small'],
  ])('%s is not guessed at', (text, problem) => expect(fen(text)).toBe(problem));
});
