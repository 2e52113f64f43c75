const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const ALSO: Readonly<Record<string, string>> = {
  〇: '零',
  弌: '壹',
  弍: '贰',
  貳: '贰',
  參: '叁',
  叄: '叁',
  参: '叁',
  陸: '陆',
  圓: '元',
  圆: '元',
  正: '整',
  萬: '万',
  億: '亿',
};

/** A number below ten thousand; nothing where the words are no number, are out of order or are cut short. */
function readGroup(words: string): number | undefined {
  const found =
    /^(零*)(?:([壹贰叁肆伍陆柒捌玖])仟)?(零*)(?:([壹贰叁肆伍陆柒捌玖])佰)?(零*)(?:([壹贰叁肆伍陆柒捌玖])?拾)?(零*)([壹贰叁肆伍陆柒捌玖])?(零*)$/.exec(
      words,
    );
  if (!found || words === '') return undefined;
  const digit = (sign: string | undefined): number => (sign ? DIGITS.indexOf(sign) : 0);
  // 拾伍 is fifteen: a ten without a digit stands at the beginning only.
  const hasTen = words.includes('拾');
  if (hasTen && !found[6] && !/^零*拾/.test(words)) return undefined;
  const tens = hasTen ? digit(found[6] ?? '壹') : 0;
  return digit(found[2]) * 1000 + digit(found[4]) * 100 + tens * 10 + digit(found[8]);
}

function readYuan(words: string): number | undefined {
  const parts = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(words);
  if (!parts || words === '') return undefined;
  let sum = 0;
  for (const [at, worth] of [
    [1, 100_000_000],
    [2, 10_000],
    [3, 1],
  ] as const) {
    const part = parts[at];
    if (part === undefined || part === '') continue;
    const value = readGroup(part);
    if (value === undefined) return undefined;
    sum += value * worth;
  }
  return sum;
}

/**
 * An amount in the words of invoices: 捌佰捌拾伍元玖角整. Whole or not at all: one that breaks off would be another sum.
 * @returns 分
 */
export function readAmountInWords(text: string): number | undefined {
  const words = [...text].map((sign) => ALSO[sign] ?? sign).join('');
  const parts =
    /^(?:人民币)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元(?:零?([零壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖零])分)?(整)?$/.exec(
      words,
    );
  if (!parts) return undefined;
  const [, yuanWords = '', jiao, fen, isWhole] = parts;
  // Ends with 整 or with 分: else the end may be missing.
  if (!isWhole && !fen && !jiao) return undefined;
  const yuan = readYuan(yuanWords);
  if (yuan === undefined) return undefined;
  const digit = (sign: string | undefined): number => (sign ? DIGITS.indexOf(sign) : 0);
  return yuan * 100 + digit(jiao) * 10 + digit(fen);
}

/**
 * An amount in figures with its two places: 885.90, ¥1,885.90.
 * @returns 分
 */
export function readAmount(text: string): number | undefined {
  const parts = /^[¥Y]?(\d{1,8}|\d{1,3}(?:,\d{3}){1,2})\.(\d{2})元?$/.exec(text);
  if (!parts) return undefined;
  return Number((parts[1] ?? '').replaceAll(',', '')) * 100 + Number(parts[2]);
}
