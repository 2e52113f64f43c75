import { hasLuhnCheckDigit } from '#domain/flow/validate.ts';
import { chinaDay } from '#domain/lane/age.ts';
import type { Ids } from '../parts.ts';

/** The digit that makes `digits` pass Luhn's check when put behind it. */
export function luhnDigit(digits: string): string {
  const found = '0123456789'.split('').find((digit) => hasLuhnCheckDigit(digits + digit));
  if (found === undefined) throw new RangeError('not digits');
  return found;
}

/**
 * A number to be said on the phone: `SL`, the day as YYMMDD, random digits, a check digit. 12 digits in all, three
 * groups of four; a day that is nearly full gets longer ones.
 * @param attempt from 0; later ones take more random digits
 */
export function makeClaimNumber(ids: Ids, now: number, attempt: number): string {
  const day = chinaDay(now).slice(2).replaceAll('-', '');
  const digits = day + ids.digits(attempt < 3 ? 5 : 9);
  return `SL${digits}${luhnDigit(digits)}`;
}
