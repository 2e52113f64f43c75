import type { Lng } from '../http/words.ts';

const formats: Readonly<Record<Lng, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }),
};

const HOUR_MS = 3_600_000;

/** A deadline as a text says it, in China's time: the next full hour, as the pages say it. @param at ms since 1970 */
export function deadlineWords(lng: Lng, at: number): string {
  return formats[lng].format(Math.ceil(at / HOUR_MS) * HOUR_MS);
}
