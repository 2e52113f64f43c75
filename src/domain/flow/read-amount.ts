/** What is wrong with a written or spoken sum. Words: `problems.json`. */
export type AmountReadProblem = 'required' | 'amount-unreadable' | 'amount-too-small';
export type ReadAmount = { fen: number } | { problem: AmountReadProblem };

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹幺', '二贰两俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (forms, value) => [...forms].map((form) => [form, value]),
  ),
);
const UNITS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 },
  ...{ 万: 10_000, 萬: 10_000, w: 10_000, 亿: 100_000_000, 億: 100_000_000 },
};
const MYRIAD = 10_000;

const ENGLISH_SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const ENGLISH_TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, (at + 2) * 10]),
);
const ENGLISH_BIG: Readonly<Record<string, number>> = { thousand: 1000, million: 1_000_000 };

/** Said around a sum and no part of it. */
const AROUND =
  /人民币|rmb|cny|yuan|kuai|renminbi|[¥￥$]|大约|大概|差不多|左右|一共|总共|合计|总计|about|in total|total|^共|^是|的?钱$/g;

/**
 * A sum of yuan as people write or say it: `3,500.5元`, full-width figures, `三千五`, `叁仟伍佰元整`, `3块5毛`, `1.2万`,
 * `three thousand`. What can be read in two ways is not guessed.
 */
export function readAmount(text: string): ReadAmount {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(AROUND, '')
    .replace(/[。.!,;\s]+$/, '')
    .trim();
  if (plain === '') return { problem: text.trim() === '' ? 'required' : 'amount-unreadable' };
  if (/^(-|−|负|minus)/.test(plain)) return { problem: 'amount-too-small' };
  const fen = /[a-z]{3}/.test(plain) ? englishFen(plain) : fenOf(plain.replace(/\s/g, ''));
  return fen === undefined || !Number.isSafeInteger(fen)
    ? { problem: 'amount-unreadable' }
    : { fen };
}

/** Yuan before 元 or 块, 角 and 分 behind it. */
function fenOf(text: string): number | undefined {
  if (/[角毛分]$/.test(text) && !/[元块圆]/.test(text)) return smallMoney(text);
  const [, whole = '', rest = ''] = /^(.*?)(?:元|块|圆)(.*)$/u.exec(text) ?? ['', text];
  const fen = yuanFen(whole);
  const more = smallMoney(rest.replace(/[整正]$/, ''));
  // `3.5块5` says two things.
  if (fen === undefined || more === undefined || (more > 0 && fen % 100 !== 0)) return undefined;
  return fen + more;
}

/** What stands behind 元: `5角5分`, `五毛`, `五` (five 角), `零五` (five 分), `55`. In 分; 0 for nothing. */
function smallMoney(text: string): number | undefined {
  if (text === '') return 0;
  const digits = [...text].map((one) => DIGITS[one] ?? one).join('');
  const cents = /^0?(\d)分$/.exec(digits);
  if (cents) return Number(cents[1]);
  const match = /^(\d)[角毛]?$/.exec(digits) ?? /^(?:(\d)[角毛]?)?(\d)分?$/.exec(digits);
  if (!match) return undefined;
  return Number(match[1] ?? 0) * 10 + Number(match[2] ?? 0);
}

/** Yuan in figures, in words, or in both: `3500.5`, `三千五`, `1.2万`. In 分. */
function yuanFen(text: string): number | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return figuresFen(text.replace(/,/g, ''));
  if (/^\d+(\.\d+)?$/.test(text)) return figuresFen(text);
  const yuan = wordsYuan(text);
  if (yuan === undefined) return undefined;
  const fen = Math.round(yuan * 100);
  return Math.abs(fen - yuan * 100) < 1e-4 ? fen : undefined;
}

/** By text and not by floating point: `0.29` is 29. */
function figuresFen(text: string): number | undefined {
  const [whole = '', rest = ''] = text.split('.');
  const part = rest.replace(/0+$/, '');
  return part.length > 2 ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function wordsYuan(text: string): number | undefined {
  if (/^[零〇○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]+$/u.test(text)) {
    return Number([...text].map((one) => DIGITS[one]).join(''));
  }
  let [total, section] = [0, 0];
  let current: { value: number; isOne: boolean } | undefined;
  let [lastUnit, lastBig] = [Infinity, Infinity];
  let isAfterZero = false;
  for (const token of text.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const unit = UNITS[token];
    const value = DIGITS[token] ?? (/^\d/.test(token) ? Number(token) : undefined);
    if (value === 0 && !/\d/.test(token)) {
      if (current) return undefined;
      isAfterZero = true;
    } else if (value !== undefined) {
      if (current) return undefined;
      current = { value, isOne: value < 10 && Number.isInteger(value) };
    } else if (unit === undefined) {
      return undefined;
    } else if (unit < MYRIAD) {
      // Only ten may stand without a figure: 十五, 一百十五.
      if ((!current && unit !== 10) || unit >= lastUnit) return undefined;
      section += (current?.value ?? 1) * unit;
      current = undefined;
      [lastUnit, isAfterZero] = [unit, false];
    } else {
      section += current?.value ?? 0;
      if (section === 0 || unit >= lastBig) return undefined;
      total += section * unit;
      [section, current, isAfterZero] = [0, undefined, false];
      [lastUnit, lastBig] = [unit, unit];
    }
  }
  if (current) {
    const isShort = !isAfterZero && current.isOne && lastUnit >= 100 && lastUnit < Infinity;
    // 三千五 is three thousand five hundred; 三千零五 is not.
    const value = isShort ? (current.value * lastUnit) / 10 : current.value;
    if (lastUnit < Infinity && value >= lastUnit) return undefined;
    section += value;
  } else if (isAfterZero) return undefined;
  return total + section;
}

function englishFen(text: string): number | undefined {
  const words = text
    .replace(/-|,|\band\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'a');
  let [total, section, lastBig, lastValue] = [0, 0, Infinity, Infinity];
  for (const word of words) {
    const big = ENGLISH_BIG[word];
    const value =
      ENGLISH_SMALL[word] ?? ENGLISH_TENS[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    if (value !== undefined) {
      if (section % 100 !== 0 && (lastValue < 20 || value > 9)) return undefined;
      section += value;
      lastValue = value;
    } else if (word === 'hundred' && section < 20) {
      section = (section === 0 ? 1 : section) * 100;
      lastValue = Infinity;
    } else if (big !== undefined && big < lastBig) {
      total += (section === 0 ? 1 : section) * big;
      [section, lastBig, lastValue] = [0, big, Infinity];
    } else return undefined;
  }
  return words.length === 0 ? undefined : (total + section) * 100;
}
