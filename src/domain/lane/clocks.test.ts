import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaDay } from './age.ts';
import { alertsOf, decideBy, dueAlerts, pausedDays, payBy, tellRefusalBy } from './clocks.ts';
import { laneRules } from './rules.ts';
import {
  addDays,
  addWorkingHours,
  isWorkingDay,
  nextWorkingDays,
  startOfDay,
} from './working-days.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 21 November 2026, noon in China. */
const now = Date.UTC(2026, 10, 21, 4);
const china = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 19);

describe('the clocks of the law', () => {
  it('give thirty days to decide, to the last second of the last one (L-23)', () => {
    expect(china(decideBy({ receivedAt: now, pauses: [] }, laneRules, now))).toBe(
      '2026-12-21T23:59:59',
    );
    // Ten minutes past midnight in China is the next day, whatever the day in Greenwich.
    const late = Date.UTC(2026, 10, 21, 16, 10);
    expect(china(decideBy({ receivedAt: late, pauses: [] }, laneRules, late))).toBe(
      '2026-12-22T23:59:59',
    );
  });
  it('give ten days to pay and three to tell a refusal (L-23p, L-24)', () => {
    expect(china(payBy(now, laneRules))).toBe('2026-12-01T23:59:59');
    expect(china(tellRefusalBy(now, laneRules))).toBe('2026-11-24T23:59:59');
  });
  it('stop while papers asked for are on their way, in two rounds too (L-J15)', () => {
    const wait = fc.record({
      gap: fc.integer({ min: 0, max: 12 * DAY }),
      wait: fc.integer({ min: 0, max: 20 * DAY }),
    });
    fc.assert(
      fc.property(wait, wait, (first, second) => {
        const from1 = now + first.gap;
        const to1 = from1 + first.wait;
        const from2 = to1 + second.gap;
        const to2 = from2 + second.wait;
        const pauses = [
          { from: from1, to: to1 },
          { from: from2, to: to2 },
        ];
        // The reference counts hour by hour: each midnight that passes while something is awaited is not ours.
        let midnights = 0;
        for (let day = addDays(chinaDay(now), 1); startOfDay(day) <= to2; day = addDays(day, 1)) {
          const at = startOfDay(day);
          if ((from1 < at && at <= to1) || (from2 < at && at <= to2)) midnights += 1;
        }
        const due = decideBy({ receivedAt: now, pauses }, laneRules, to2);
        expect(due).toBe(
          decideBy({ receivedAt: now, pauses: [] }, laneRules, now) + midnights * DAY,
        );
        expect(china(due)).toMatch(/T23:59:59$/);
        // Never longer than what was truly waited, and shorter by less than a day for each round.
        const waited = first.wait + second.wait;
        expect(midnights * DAY).toBeLessThan(waited + 2 * DAY);
      }),
    );
  });
  it('count a day once though two notices overlap', () => {
    const pauses = [
      { from: now, to: now + 3 * DAY },
      { from: now + DAY, to: now + 4 * DAY },
    ];
    expect(pausedDays(pauses, now + 9 * DAY)).toBe(4);
    expect(pausedDays([{ from: now }], now + 2 * DAY)).toBe(2);
  });
});

describe('what raises a claim by itself', () => {
  const times = {
    receivedAt: now,
    promisedAt: now,
    promiseBy: now + 10 * HOUR,
    pauses: [],
    isToPay: false,
  };
  it('is four fifths of the promise, then the promise, then days 20, 27, 30 and 60', () => {
    const all = alertsOf(times, laneRules, now);
    expect(all.map(({ kind, at }) => [kind, china(at)])).toEqual([
      ['promise-80', '2026-11-21T20:00:00'],
      ['promise-late', '2026-11-21T22:00:00'],
      ['decide-20', '2026-12-11T23:59:59'],
      ['decide-27', '2026-12-18T23:59:59'],
      ['decide-late', '2026-12-22T00:00:00'],
      ['prepay-60', '2027-01-20T23:59:59'],
    ]);
    expect(dueAlerts(times, laneRules, now + 9 * HOUR)).toEqual({
      due: ['promise-80'],
      nextAt: times.promiseBy + 1,
    });
  });
  it('is nothing but day 60 while the customer has papers to bring', () => {
    const paused = { ...times, pauses: [{ from: now + HOUR }] };
    expect(alertsOf(paused, laneRules, now + 5 * DAY).map(({ kind }) => kind)).toEqual([
      'prepay-60',
    ]);
  });
  it('is the day to pay once it was agreed, and nothing once it was refused or paid', () => {
    const agreed = { ...times, decidedAt: now, isToPay: true };
    expect(alertsOf(agreed, laneRules, now)).toEqual([
      { kind: 'pay-late', at: payBy(now, laneRules) + 1000 },
    ]);
    expect(dueAlerts({ ...agreed, isToPay: false }, laneRules, now + 90 * DAY)).toEqual({
      due: [],
    });
  });
});

describe('working days', () => {
  it('are weekdays without holidays, and the weekends worked instead', () => {
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-10-05')).toBe(false);
    expect(isWorkingDay('2026-10-10')).toBe(true);
    expect(nextWorkingDays('2026-09-30', 2)).toEqual(['2026-10-08', '2026-10-09']);
    expect(nextWorkingDays('2027-02-04', 1)).toEqual(['2027-02-09']);
  });
  it('carry a promise over a weekend: what comes on Saturday begins on Monday', () => {
    expect(china(addWorkingHours(now, 24))).toBe('2026-11-24T00:00:00');
    expect(china(addWorkingHours(Date.UTC(2026, 10, 20, 4), 24))).toBe('2026-11-23T12:00:00');
  });
  it('never make more hours end earlier', () => {
    const at = fc.integer({ min: now, max: now + 300 * DAY });
    const hours = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(at, hours, hours, (from, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(addWorkingHours(from, less)).toBeLessThanOrEqual(addWorkingHours(from, more));
        expect(addWorkingHours(from, less)).toBeGreaterThanOrEqual(from + less * HOUR);
      }),
    );
  });
});
