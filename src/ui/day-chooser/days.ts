/** Calendar arithmetic on `YYYY-MM-DD` in UTC: a day is a name here, no moment, and no phone's time zone may move it. */

export interface Span {
  /** First day offered. */
  from: string;
  /** Last day offered. */
  to: string;
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** The day so many days after (negative: before). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Years with at least one day in the span, latest first. */
export function yearsIn({ from, to }: Span): number[] {
  const years: number[] = [];
  for (let year = yearOf(to); year >= yearOf(from); year -= 1) years.push(year);
  return years;
}

/** Months (1 to 12) of the year with at least one day in the span. */
export function monthsIn(span: Span, year: number): number[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).filter(
    (month) => daysIn(span, year, month).length > 0,
  );
}

/** Days of that month in the span, as `YYYY-MM-DD`. */
export function daysIn({ from, to }: Span, year: number, month: number): string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${pad(year, 4)}-${pad(month)}-${pad(index + 1)}`,
  ).filter((day) => day >= from && day <= to);
}

/** Writers of dates in the page's language: the words for days and months are the browser's own. */
export function dayWriters(lng: string) {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(lng, { ...options, timeZone: 'UTC' });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  };
  return {
    date: write({ year: 'numeric', month: 'long', day: 'numeric' }),
    weekday: write({ weekday: 'long' }),
    short: write({ month: 'long', day: 'numeric', weekday: 'short' }),
    year: write({ year: 'numeric' }),
    month: write({ month: 'short' }),
    yearAndMonth: write({ year: 'numeric', month: 'long' }),
  };
}
