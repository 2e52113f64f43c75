import { chinaDay } from './age.ts';
import { workCalendar, type WorkCalendar } from './holidays.ts';

const DAY_MS = 24 * 3_600_000;
const CHINA_MS = 8 * 3_600_000;

/** The first moment of a day in China, ms since 1970. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - CHINA_MS;
}

/** The last second of a day in China, ms since 1970: a legal period ends with 23:59:59 of its last day. */
export function endOfDay(day: string): number {
  return startOfDay(day) + DAY_MS - 1000;
}

/** A day so many days later (or earlier), `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Whether people work on this day: a weekday that is no holiday, or a weekend day worked instead. */
export function isWorkingDay(day: string, calendar: WorkCalendar = workCalendar): boolean {
  if (calendar.workdays.includes(day)) return true;
  if (calendar.holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The next working days behind a day, the first of them first. @param count how many */
export function nextWorkingDays(
  day: string,
  count: number,
  calendar: WorkCalendar = workCalendar,
): string[] {
  const found: string[] = [];
  for (let next = addDays(day, 1); found.length < count; next = addDays(next, 1)) {
    if (isWorkingDay(next, calendar)) found.push(next);
  }
  return found;
}

/**
 * A moment so many hours later, of which the hours of working days alone count: what is asked for on a Saturday begins
 * with the next working day. @param at ms since 1970
 */
export function addWorkingHours(
  at: number,
  hours: number,
  calendar: WorkCalendar = workCalendar,
): number {
  let left = hours * 3_600_000;
  let now = at;
  for (;;) {
    const day = chinaDay(now);
    const next = startOfDay(addDays(day, 1));
    if (isWorkingDay(day, calendar)) {
      if (now + left <= next) return now + left;
      left -= next - now;
    }
    now = next;
  }
}
