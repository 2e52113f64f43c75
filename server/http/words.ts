import { hoursInWords, type HoursKind, type OpeningHours } from '#domain/handoff/hours-text.ts';
import commonEn from '#locales/en/common.json' with { type: 'json' };
import commonZh from '#locales/zh-CN/common.json' with { type: 'json' };
import humanEn from '#locales/en/human.json' with { type: 'json' };
import problemsEn from '#locales/en/problems.json' with { type: 'json' };
import humanZh from '#locales/zh-CN/human.json' with { type: 'json' };
import problemsZh from '#locales/zh-CN/problems.json' with { type: 'json' };
import smsEn from '#locales/en/sms.json' with { type: 'json' };
import smsZh from '#locales/zh-CN/sms.json' with { type: 'json' };

export type Lng = 'zh-CN' | 'en';

type Words = Readonly<Record<string, string>>;
const problems: Readonly<Record<Lng, Words>> = { 'zh-CN': problemsZh, en: problemsEn };
const sms: Readonly<Record<Lng, Words>> = { 'zh-CN': smsZh, en: smsEn };

/** What a customer reads for a code; a code without words says the general thing rather than nothing. */
export function problemWord(lng: Lng, code: string): string {
  return problems[lng][code] ?? problems[lng]['internal'] ?? code;
}

/** What a text tells: the key of its words in `locales/<lng>/sms.json`. */
export type SmsKey = keyof typeof smsZh;

/** A text message: the words of its key with `{{name}}` filled in. */
export function smsText(lng: Lng, key: SmsKey, values: Readonly<Record<string, string>>): string {
  return fill(sms[lng][key] ?? '', values);
}

const hourWords: Readonly<Record<Lng, Readonly<Record<HoursKind, string>>>> = {
  'zh-CN': humanZh.hours,
  en: humanEn.hours,
};

/** When people are there, in a sentence. */
export function humanHoursSaid(lng: Lng, hours: OpeningHours): string {
  const { kind, from, to } = hoursInWords(hours);
  return fill(hourWords[lng][kind], { from, to });
}

const dates: Readonly<Record<Lng, object>> = {
  'zh-CN': { dates: commonZh.dates },
  en: { dates: commonEn.dates },
};

/** The words of a date: a key of `dates` in `common.json`, such as `dates.period.morning`. */
export function dateWord(
  lng: Lng,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (part, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name],
      dates[lng],
    );
  return fill(typeof found === 'string' ? found : '', values);
}

function fill(words: string, values: Readonly<Record<string, unknown>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The language of a request: asked for, kept, preferred; Chinese unless English is preferred over it. */
export function chooseLng(
  asked: string | undefined,
  kept: string | undefined,
  accepted: string | undefined,
): Lng {
  for (const choice of [asked, kept]) if (choice === 'zh-CN' || choice === 'en') return choice;
  const ranks = (accepted ?? '').split(',').map((part, order) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const q = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? '1');
    return { language: tag.split('-')[0], q, order };
  });
  ranks.sort((a, b) => b.q - a.q || a.order - b.order);
  const first = ranks.find(
    (rank) => rank.q > 0 && (rank.language === 'zh' || rank.language === 'en'),
  );
  return first?.language === 'en' ? 'en' : 'zh-CN';
}

/** Whether a code is one that we have words for. */
export const hasProblemWords = (code: string): boolean => Object.hasOwn(problemsZh, code);
