/** A moment as a clock on a wall in China shows it. */
export interface ChinaTime {
  year: number;
  /** 1 to 12 */
  month: number;
  date: number;
  /** 0 to 23; 24 where the end of a day is meant. */
  hour: number;
  minute: number;
  /** ms since 1970 of that day's noon in UTC: for names of days and months only. */
  noon: number;
}

const HOUR_MS = 3_600_000;
/** China has one zone and no summer time. */
const CHINA_MS = 8 * HOUR_MS;

/** The parts of a moment, or of a plain day (`YYYY-MM-DD`), in China. @throws RangeError for what is no time */
export function chinaTime(iso: string): ChinaTime {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const at = new Date(new Date(isDay ? `${iso}T00:00:00+08:00` : iso).getTime() + CHINA_MS);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not a time: ${iso}`);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return {
    year,
    month,
    date,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    noon: Date.UTC(year, month - 1, date, 12),
  };
}

/**
 * A deadline as it is said: the next full hour, because nobody keeps "3:07" in mind and what we say is kept either
 * way. Midnight is the end of the day before, not the start of one that sounds a day later.
 */
export function deadlineTime(iso: string): ChinaTime {
  const at = new Date(iso).getTime();
  const full = Math.ceil(at / HOUR_MS) * HOUR_MS;
  const said = chinaTime(new Date(full).toISOString());
  if (said.hour !== 0) return said;
  return { ...chinaTime(new Date(full - 1).toISOString()), hour: 24, minute: 0 };
}

/** The part of the day, as people say it: a key of `dates.period` in common.json. */
export function periodOf(hour: number): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  if (hour === 12) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}
