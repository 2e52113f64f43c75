import { addDays, weekdayOf } from './add-days.ts';
import { isDay } from './is-day.ts';

const CHINESE_DIGITS = '零一二三四五六七八九';
const WEEKDAYS = '一二三四五六日';
const ENGLISH_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');

/** Days that people name by how long ago they are; the longest names first, since 大前天 holds 前天. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/大前[天晚]/, -3],
  [/前[天晚]|\bday before yesterday\b/, -2],
  [/昨[天晚日儿夜]|\byesterday\b|\blast night\b/, -1],
  [/今[天早晚日儿]|刚才|刚刚|\btoday\b|\bthis morning\b|\bjust now\b/, 0],
];

/** `十一月二十三` → `11月23`: numbers up to 99 in Chinese words as figures. */
function inFigures(text: string): string {
  return text
    .replace(/两/g, '二')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens: string, ones: string) =>
      String(
        (tens ? CHINESE_DIGITS.indexOf(tens) : 1) * 10 + (ones ? CHINESE_DIGITS.indexOf(ones) : 0),
      ),
    )
    .replace(/[一二三四五六七八九](?=\s*(?:个?(?:月|星期|礼拜)|[天日号周]))/g, (digit) =>
      String(CHINESE_DIGITS.indexOf(digit)),
    );
}

const two = (n: number) => String(n).padStart(2, '0');
const dayOf = (year: number, month: number, date: number): string | undefined => {
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? day : undefined;
};

/** A day without a year is the latest that is not in the future. */
function withoutYear(month: number, date: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  for (const back of [0, 1, 2, 3, 4]) {
    const day = dayOf(year - back, month, date);
    if (day && day <= today) return day;
  }
  return undefined;
}

function ago(text: string, today: string): string | undefined {
  const days = /(\d{1,4})\s*天(?:以?前|之前)/.exec(text);
  if (days) return addDays(today, -Number(days[1]));
  const weeks = /(\d{1,3})\s*(?:周|个?星期|个?礼拜)(?:以?前|之前)/.exec(text);
  if (weeks) return addDays(today, -7 * Number(weeks[1]));
  const english = /\b(a|\d{1,4}|[a-z]+) (day|week)s? ago\b/.exec(text);
  if (!english) return undefined;
  const [, count = '', unit] = english;
  const number =
    count === 'a' ? 1 : /^\d+$/.test(count) ? Number(count) : ENGLISH_NUMBERS.indexOf(count);
  return number < 0 ? undefined : addDays(today, -number * (unit === 'week' ? 7 : 1));
}

/** 上周三 is in the week before this one, which began on a Monday; a weekday alone is the latest one. */
function byWeekday(text: string, today: string): string | undefined {
  const chinese = /(上上?个?|这个?|本|下个?)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  const english = new RegExp(
    `\\b(?:(last|this|on) )?(${ENGLISH_WEEKDAYS.join('|')})[a-z]*day\\b`,
  ).exec(text);
  const monday = addDays(today, 1 - weekdayOf(today));
  if (chinese) {
    const [, which = '', name = ''] = chinese;
    if (which.startsWith('下')) return undefined;
    const at = WEEKDAYS.indexOf(name === '天' ? '日' : name);
    const weeks = which.startsWith('上上') ? 2 : which.startsWith('上') ? 1 : 0;
    const day = addDays(monday, at - weeks * 7);
    return day <= today ? day : which === '' ? addDays(day, -7) : undefined;
  }
  if (english) {
    const day = addDays(monday, ENGLISH_WEEKDAYS.indexOf(english[2] ?? ''));
    // "Last Friday" is the latest Friday before today, whichever week that was in.
    return day < today || (day === today && english[1] !== 'last') ? day : addDays(day, -7);
  }
  return undefined;
}

function byDate(text: string, today: string): string | undefined {
  const full = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/.exec(text);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const year = Number(today.slice(0, 4));
  const dated = /([去前今]年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[号日]?/.exec(text);
  if (dated) {
    const [, which, month, date] = dated;
    const back = which === undefined ? undefined : '今去前'.indexOf(which[0] ?? '');
    return back === undefined
      ? withoutYear(Number(month), Number(date), today)
      : dayOf(year - back, Number(month), Number(date));
  }
  const inMonth = /(上个?月|这个?月|本月)?\s*(\d{1,2})\s*号/.exec(text);
  if (inMonth) {
    const [month, date] = [Number(today.slice(5, 7)), Number(inMonth[2])];
    const now = dayOf(year, month, date);
    const before = month === 1 ? dayOf(year - 1, 12, date) : dayOf(year, month - 1, date);
    if (inMonth[1]?.startsWith('上')) return before;
    return now && now <= today ? now : inMonth[1] === undefined ? before : undefined;
  }
  const months = ENGLISH_MONTHS.join('|');
  const english =
    new RegExp(`\\b(${months})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`).exec(
      text,
    ) ??
    new RegExp(
      `\\b()?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})[a-z]*(?:,? (\\d{4}))?\\b`,
    ).exec(text);
  if (!english) return undefined;
  const named = english.slice(1).find((part) => part && ENGLISH_MONTHS.includes(part)) ?? '';
  const month = ENGLISH_MONTHS.indexOf(named) + 1;
  const said = english.slice(1).find((part) => part !== undefined && /^\d{4}$/.test(part));
  return said === undefined
    ? withoutYear(month, Number(english[2]), today)
    : dayOf(Number(said), month, Number(english[2]));
}

/**
 * The one day that a sentence names, `YYYY-MM-DD`: 昨天, 三天前, 上周三, 11月3号, "last Wednesday". What names no single
 * day (上周, "recently"), or one in the future, is none.
 * @param today the business day
 */
export function readDay(sentence: string, today: string): string | undefined {
  const text = inFigures(
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .replace(/星期天|礼拜天/g, '星期日'),
  );
  const named = NAMED.find(([words]) => words.test(text));
  const day =
    byDate(text, today) ??
    (named ? addDays(today, named[1]) : undefined) ??
    ago(text, today) ??
    byWeekday(text, today);
  return day !== undefined && isDay(day) && day <= today ? day : undefined;
}
