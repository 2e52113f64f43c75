import { expect, test } from 'vitest';
import { callbackTimes, isOpenAt, mayCallBackAt, nextOpenAt } from './hours.ts';
import { alwaysOpen, hoursAsText, hoursInWords, readHours } from './hours-text.ts';
import { isCallbackBetter } from './wait.ts';
import { quarterFigures, waitFigures, type Asked } from './figures.ts';

const hours = readHours('08:30-17:30 workdays') ?? alwaysOpen;
const at = (text: string): number => Date.parse(`${text}:00+08:00`);

test('hours are read as they are written, and nothing else is', () => {
  expect(hours).toEqual({ fromMinute: 510, toMinute: 1050, days: 'workdays' });
  expect(readHours('00:00-24:00 daily')).toEqual(alwaysOpen);
  for (const wrong of [
    '',
    '8:30-17:30 daily',
    '17:30-08:30 daily',
    '08:30-25:00 daily',
    '08:70-09:00 daily',
  ])
    expect(readHours(wrong)).toBeUndefined();
});

test('nobody is there at night, at a weekend or on a holiday, and it is said when they are', () => {
  expect(isOpenAt(at('2026-11-20T08:30'), hours)).toBe(true);
  expect(isOpenAt(at('2026-11-20T17:30'), hours)).toBe(false);
  // Friday evening: Monday morning.
  expect(nextOpenAt(at('2026-11-20T18:00'), hours)).toBe(at('2026-11-23T08:30'));
  expect(nextOpenAt(at('2026-11-23T07:00'), hours)).toBe(at('2026-11-23T08:30'));
  // The national holiday of 2026, and the Saturday that is worked after it.
  expect(nextOpenAt(at('2026-09-30T18:00'), hours)).toBe(at('2026-10-08T08:30'));
  expect(isOpenAt(at('2026-10-10T10:00'), hours)).toBe(true);
  expect(isOpenAt(at('2026-10-03T03:00'), alwaysOpen)).toBe(true);
});

test('times for a call are half hours within the hours, and each of them may be chosen', () => {
  const now = at('2026-11-20T16:05');
  const times = callbackTimes(now, hours);
  expect(times.slice(0, 3)).toEqual([
    at('2026-11-20T16:30'),
    at('2026-11-20T17:00'),
    at('2026-11-23T08:30'),
  ]);
  expect(times.every((time) => mayCallBackAt(time, now, hours))).toBe(true);
  expect(mayCallBackAt(at('2026-11-21T10:00'), now, hours)).toBe(false);
  expect(mayCallBackAt(now - 60_000, now, hours)).toBe(false);
  expect(mayCallBackAt(now + 30 * 24 * 3_600_000, now, alwaysOpen)).toBe(false);
});

test('a call-back is offered when closed, when nobody is there and when the wait is over a minute', () => {
  const now = { isOpen: true, slots: 3, waitSeconds: { low: 60, high: 60 } };
  expect(isCallbackBetter(now)).toBe(false);
  expect(isCallbackBetter({ ...now, isOpen: false })).toBe(true);
  expect(isCallbackBetter({ ...now, slots: 0 })).toBe(true);
  expect(isCallbackBetter({ ...now, waitSeconds: { low: 60, high: 90 } })).toBe(true);
  expect(isCallbackBetter({ ...now, waitSeconds: null })).toBe(false);
});

test('the figures of a supervisor are those of who asked', () => {
  const now = at('2026-11-20T12:00');
  const one = (over: Partial<Asked>): Asked => ({
    ageBand: 'under60',
    askedAt: now - 600_000,
    isWaiting: false,
    isClosed: false,
    isCallback: false,
    ...over,
  });
  const asked = [
    ...[10, 18, 25, 40].map((s) => one({ takenAt: now - 600_000 + s * 1000 })),
    one({ isClosed: true }),
    one({ isWaiting: true }),
    one({ isCallback: true, takenAt: now }),
  ];
  expect(waitFigures(asked, now)).toEqual({
    waiting: 1,
    longestWaitSeconds: 600,
    answered: 4,
    medianSeconds: 18,
    p90Seconds: 40,
    within15: 0.25,
    within20: 0.5,
    within30: 0.75,
    abandoned: 1,
  });
  expect(waitFigures([], now)).toMatchObject({ medianSeconds: null, within15: null });
  const quarters = quarterFigures(asked, now);
  expect(quarters).toHaveLength(32);
  expect(quarters[30]).toMatchObject({ asked: 7, answered: 4 });
});

test('hours are written as they were read, and said as on a door', () => {
  for (const text of ['08:30-17:30 workdays', '00:00-24:00 daily', '09:05-18:00 daily']) {
    expect(hoursAsText(readHours(text) ?? alwaysOpen)).toBe(text);
  }
  expect(hoursInWords(hours)).toEqual({ kind: 'workdays', from: '8:30', to: '17:30' });
  expect(hoursInWords(alwaysOpen).kind).toBe('always');
  expect(hoursInWords({ ...alwaysOpen, days: 'workdays' }).kind).toBe('workdays');
});
