import type { Answers, DateField } from '../flow/types.ts';
import { addDays } from './add-days.ts';
import { isDay } from './is-day.ts';

/** What a day is called when it is offered. Words: `day.<name>` in `claims.json`. */
export type DayName = 'today' | 'yesterday' | 'dayBeforeYesterday' | 'sameDay' | 'nextDay';
export interface DayChoice {
  day: string;
  name: DayName;
}

/**
 * The three days offered large for a date: today and the two before it; after an accident on a known day that day itself,
 * the next and today, because a doctor is usually seen then. Never one that the rules would refuse.
 * @param before answers given earlier on the same path
 */
export function dayChoices(spec: DateField, today: string, before: Answers): DayChoice[] {
  const known = spec.notBefore === undefined ? undefined : before[spec.notBefore];
  const other = typeof known === 'string' && isDay(known) ? known : undefined;
  const recent: DayChoice[] = [
    { day: today, name: 'today' },
    { day: addDays(today, -1), name: 'yesterday' },
    { day: addDays(today, -2), name: 'dayBeforeYesterday' },
  ];
  const isAfterAccident = other !== undefined && spec.beforeCode === 'date-before-accident';
  const offered: DayChoice[] = isAfterAccident
    ? [{ day: other, name: 'sameDay' }, { day: addDays(other, 1), name: 'nextDay' }, ...recent]
    : recent;
  const seen = new Set<string>();
  return offered
    .filter(({ day }) => {
      if (seen.has(day) || day > today || (other !== undefined && day < other)) return false;
      seen.add(day);
      return true;
    })
    .slice(0, 3);
}
