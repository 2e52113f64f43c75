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

/** A moment as a text says it, in China's time. @param at ms since 1970 */
export function momentWords(lng: Lng, at: number): string {
  return formats[lng].format(at);
}
