import { idCheckCharacter } from '../../flow/id-number.ts';
import { isDay } from '../../time/is-day.ts';

/** YYYY-MM-DD of a day that exists, in years that a paper of today's people may name; else nothing. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2099) return undefined;
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isDay(text) ? text : undefined;
}

/**
 * A whole text as one day: 2026-10-14, 2026年10月14日, 2026/10/14, 2026.10.14 or 20261014, also with a time behind.
 * @returns YYYY-MM-DD, or nothing where it is no day or more than one
 */
export function readDay(text: string): string | undefined {
  const clean = text.replace(/(日?)\d{1,2}:\d{2}(:\d{2})?$/, '$1');
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(clean) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  return parts ? isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** First two digits: provinces (GB/T 2260), Taiwan, Hong Kong and Macao with their residents' cards. */
const ID_REGION = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * Whether these are the 18 signs of a resident's number: region, real date of birth and check digit hold (GB 11643).
 * The old form of 15 digits has no check digit and is never complete.
 */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text) || !ID_REGION.test(text)) return false;
  if (birthOfId(text) === undefined) return false;
  return text[17] === idCheckCharacter(text);
}

/** The day of birth in a number of 18 signs; nothing where there is no such day. */
export function birthOfId(text: string): string | undefined {
  return isoDay(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)));
}
