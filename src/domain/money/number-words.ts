/** The words that numbers are put together from, in order. Another language brings its own (`amount` in status.json). */
export interface NumberWords {
  /** From nought up: ten of them in Chinese, twenty in English. */
  digits: readonly string[];
  /** Chinese: ten, hundred, thousand. English: twenty … ninety, then hundred. */
  small: readonly string[];
  /** Above that: 万, 亿; thousand, million. */
  groups: readonly string[];
}

type Spell = (n: number, words: NumberWords) => string;

/** Chinese below ten thousand: a gap of noughts is said once, and a leading one before ten is left out by the caller. */
function chineseGroup(n: number, { digits, small }: NumberWords): string {
  let said = '';
  let isGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      isGap = said !== '';
      continue;
    }
    if (isGap) said += digits[0] ?? '';
    isGap = false;
    said += (digits[digit] ?? '') + (place > 0 ? (small[place - 1] ?? '') : '');
  }
  return said;
}

const chinese: Spell = (n, words) => {
  const [nought = '', one = ''] = words.digits;
  if (n === 0) return nought;
  let said = '';
  for (let group = 2; group >= 0; group -= 1) {
    const part = Math.floor(n / 10_000 ** group) % 10_000;
    if (part === 0) {
      if (said !== '' && !said.endsWith(nought) && n % 10_000 ** group !== 0) said += nought;
      continue;
    }
    if (said !== '' && part < 1000 && !said.endsWith(nought)) said += nought;
    said += chineseGroup(part, words) + (group > 0 ? (words.groups[group - 1] ?? '') : '');
  }
  // 十二, not 一十二, where the number begins with it.
  return said.startsWith(one + (words.small[0] ?? '')) ? said.slice(one.length) : said;
};

function englishGroup(n: number, { digits, small }: NumberWords): string {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  const parts: string[] = [];
  if (hundreds > 0) parts.push(`${digits[hundreds]} ${small[8]}`);
  if (rest > 0 && rest < 20) parts.push(digits[rest] ?? '');
  if (rest >= 20) {
    const ten = small[Math.floor(rest / 10) - 2] ?? '';
    parts.push(rest % 10 === 0 ? ten : `${ten}-${digits[rest % 10]}`);
  }
  return parts.join(' ');
}

const english: Spell = (n, words) => {
  if (n === 0) return words.digits[0] ?? '';
  const parts: string[] = [];
  for (let group = 3; group >= 0; group -= 1) {
    const part = Math.floor(n / 1000 ** group) % 1000;
    if (part === 0) continue;
    parts.push(englishGroup(part, words));
    if (group > 0) parts.push(words.groups[group - 1] ?? '');
  }
  return parts.join(' ');
};

/**
 * A whole number as it is said: 一万二千零三十, twelve thousand thirty.
 * @param n 0 to 999,999,999,999
 */
export function numberInWords(n: number, lng: string, words: NumberWords): string {
  return (lng === 'en' ? english : chinese)(n, words);
}
