import { chinaTime, deadlineTime, periodOf, type ChinaTime } from './china-time.ts';

export interface Dates {
  /** `11月23日（星期一）`; with the year when it is another one. */
  day: (iso: string) => string;
  /** `11月23日（星期一）下午3点05分` */
  moment: (iso: string) => string;
  /** A deadline: `11月23日（星期一）下午3点前`. */
  by: (iso: string) => string;
  /** The same without 前: `11月23日（星期一）下午3点`. */
  deadline: (iso: string) => string;
  /** `下午3点05分` */
  time: (iso: string) => string;
}

type Say = (key: string, options?: Record<string, unknown>) => string;

/**
 * Dates in the words of one language, the same on pages and in texts.
 * @param t the words of `common.json`
 * @param now ms since 1970: decides whether the year is said
 */
export function datesIn(t: Say, lng: 'zh-CN' | 'en', now: () => number = Date.now): Dates {
  const locale = lng === 'en' ? 'en-GB' : lng;
  const name = (part: 'weekday' | 'month', noon: number) =>
    new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' }).format(noon);
  const sayDay = (c: ChinaTime) => {
    const isThisYear = c.year === chinaTime(new Date(now()).toISOString()).year;
    return t(isThisYear ? 'dates.day' : 'dates.dayWithYear', {
      year: c.year,
      month: c.month,
      monthName: name('month', c.noon),
      date: c.date,
      weekday: name('weekday', c.noon),
    });
  };
  const sayTime = (c: ChinaTime) => {
    if (c.hour === 24) return t('dates.midnight');
    if (c.hour === 12 && c.minute === 0) return t('dates.midday');
    return t(c.minute === 0 ? 'dates.hour' : 'dates.hourMinute', {
      period: t(`dates.period.${periodOf(c.hour)}`),
      hour: c.hour > 12 ? c.hour - 12 : c.hour,
      hour12: c.hour % 12 === 0 ? 12 : c.hour % 12,
      half: t(c.hour < 12 ? 'dates.am' : 'dates.pm'),
      minute: String(c.minute).padStart(2, '0'),
    });
  };
  const sayMoment = (c: ChinaTime) => t('dates.moment', { day: sayDay(c), time: sayTime(c) });
  return {
    day: (iso) => sayDay(chinaTime(iso)),
    moment: (iso) => sayMoment(chinaTime(iso)),
    by: (iso) => {
      const c = deadlineTime(iso);
      return t('dates.by', { day: sayDay(c), time: sayTime(c) });
    },
    deadline: (iso) => sayMoment(deadlineTime(iso)),
    time: (iso) => sayTime(chinaTime(iso)),
  };
}
