import { isDay } from '../time/is-day.ts';
import type { ProblemCode } from './validate.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The check character of the first 17 digits of a resident ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS[sum % 11] ?? '';
}

/**
 * The one thing wrong with a resident ID number, or nothing. Numbers of 15 digits (before 1999) have no check digit and
 * are told apart: they are asked for again from the card of today, never guessed.
 * @param today `YYYY-MM-DD`: nobody is born after it
 */
export function idProblem(value: string, today: string): ProblemCode | undefined {
  const number = value.replace(/\s/g, '').toUpperCase();
  if (/^\d{15}$/.test(number)) return 'id-fifteen';
  if (!/^\d{17}[\dX]$/.test(number)) return 'id-length';
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(born) || born > today) return 'id-birth-date';
  return number[17] === idCheckCharacter(number) ? undefined : 'id-check-digit';
}
