/** When people are there: minutes of the day in China, on every day or on working days. */
export interface OpeningHours {
  fromMinute: number;
  /** 1440 is the end of the day. */
  toMinute: number;
  days: 'daily' | 'workdays';
}

export const alwaysOpen: OpeningHours = { fromMinute: 0, toMinute: 1440, days: 'daily' };

/** `08:30-17:30 workdays`, `00:00-24:00 daily`. @returns nothing for what is no such text */
export function readHours(text: string): OpeningHours | undefined {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2}) (daily|workdays)$/.exec(text.trim());
  if (!match) return undefined;
  const fromMinute = Number(match[1]) * 60 + Number(match[2]);
  const toMinute = Number(match[3]) * 60 + Number(match[4]);
  const isRight =
    fromMinute < toMinute && toMinute <= 1440 && Number(match[2]) < 60 && Number(match[4]) < 60;
  return isRight
    ? { fromMinute, toMinute, days: match[5] === 'daily' ? 'daily' : 'workdays' }
    : undefined;
}

/** What `readHours` reads. */
export function hoursAsText({ fromMinute, toMinute, days }: OpeningHours): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const clock = (minute: number) => `${two(minute / 60)}:${two(minute % 60)}`;
  return `${clock(fromMinute)}-${clock(toMinute)} ${days}`;
}

export type HoursKind = 'always' | 'daily' | 'workdays';

/** How hours are said: the kind is a key of the words `human: hours.<kind>`, the times as on a door, `8:30`. */
export function hoursInWords({ fromMinute, toMinute, days }: OpeningHours): {
  kind: HoursKind;
  from: string;
  to: string;
} {
  const clock = (minute: number) =>
    `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const isAlways = days === 'daily' && fromMinute === 0 && toMinute === 1440;
  return { kind: isAlways ? 'always' : days, from: clock(fromMinute), to: clock(toMinute) };
}
