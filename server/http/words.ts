import problemsEn from '#locales/en/problems.json' with { type: 'json' };
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
  const words = sms[lng][key] ?? '';
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
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
