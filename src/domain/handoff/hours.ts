import { chinaDay } from '../lane/age.ts';
import type { WorkCalendar } from '../lane/holidays.ts';
import { addDays, isWorkingDay, startOfDay } from '../lane/working-days.ts';
import type { OpeningHours } from './hours-text.ts';

const MINUTE = 60_000;
/** No holiday is as long. */
const LOOK_AHEAD_DAYS = 31;
const SLOT_MS = 30 * MINUTE;
/** A chosen time lies so far ahead at least, and so many days at most. */
export const CALLBACK_AHEAD_MS = 10 * MINUTE;
export const CALLBACK_DAYS = 7;

/** The hours of one day, ms since 1970; nothing on a day without. */
function hoursOn(
  day: string,
  hours: OpeningHours,
  calendar?: WorkCalendar,
): { from: number; to: number } | undefined {
  if (hours.days === 'workdays' && !isWorkingDay(day, calendar)) return undefined;
  const start = startOfDay(day);
  return { from: start + hours.fromMinute * MINUTE, to: start + hours.toMinute * MINUTE };
}

/** Whether people are there at a moment. @param at ms since 1970 */
export function isOpenAt(at: number, hours: OpeningHours, calendar?: WorkCalendar): boolean {
  const today = hoursOn(chinaDay(at), hours, calendar);
  return today !== undefined && today.from <= at && at < today.to;
}

/** The next moment at which people are there; the moment itself while they are. ms since 1970. */
export function nextOpenAt(at: number, hours: OpeningHours, calendar?: WorkCalendar): number {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const day = hoursOn(addDays(chinaDay(at), ahead), hours, calendar);
    if (day && at < day.to) return Math.max(at, day.from);
  }
  return at;
}

/** Times that may be chosen for a call-back: half hours within the hours, from soon to a week ahead. ms since 1970. */
export function callbackTimes(now: number, hours: OpeningHours, calendar?: WorkCalendar): number[] {
  const times: number[] = [];
  for (let ahead = 0; ahead < CALLBACK_DAYS; ahead += 1) {
    const day = hoursOn(addDays(chinaDay(now), ahead), hours, calendar);
    if (!day) continue;
    for (let at = Math.ceil(day.from / SLOT_MS) * SLOT_MS; at + SLOT_MS <= day.to; at += SLOT_MS) {
      if (at >= now + CALLBACK_AHEAD_MS) times.push(at);
    }
  }
  return times;
}

/** Whether somebody can be called back then: within the hours, not in a moment and not weeks ahead. */
export function mayCallBackAt(
  at: number,
  now: number,
  hours: OpeningHours,
  calendar?: WorkCalendar,
): boolean {
  const isInTime = at >= now && at <= now + (CALLBACK_DAYS + 1) * 24 * 60 * MINUTE;
  return isInTime && isOpenAt(at, hours, calendar);
}
