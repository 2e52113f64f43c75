import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateField } from '../flow/validate.ts';
import type { DateField } from '../flow/types.ts';
import { addDays, weekdayOf } from './add-days.ts';
import { dayChoices } from './day-choices.ts';

const today = '2026-11-21';
const afterAccident: DateField = {
  kind: 'date',
  notAfter: 'today',
  notBefore: 'accidentOn',
  beforeCode: 'date-before-accident',
};

describe('the days offered first', () => {
  it('are today and the two days before it', () => {
    expect(dayChoices({ kind: 'date', notAfter: 'today' }, today, {})).toEqual([
      { day: '2026-11-21', name: 'today' },
      { day: '2026-11-20', name: 'yesterday' },
      { day: '2026-11-19', name: 'dayBeforeYesterday' },
    ]);
  });
  it('are the day of the accident and the next one where that day is known', () => {
    expect(dayChoices(afterAccident, today, { accidentOn: '2026-11-02' })).toEqual([
      { day: '2026-11-02', name: 'sameDay' },
      { day: '2026-11-03', name: 'nextDay' },
      { day: '2026-11-21', name: 'today' },
    ]);
    expect(dayChoices(afterAccident, today, { accidentOn: today })).toEqual([
      { day: today, name: 'sameDay' },
    ]);
    expect(dayChoices(afterAccident, today, { accidentOn: 'unknown' })).toHaveLength(3);
  });
  it('are at most three, each another one, and none that would be refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 0 }), (ago) => {
        const before = { accidentOn: addDays(today, ago) };
        const offered = dayChoices(afterAccident, today, before);
        expect(offered.length).toBeGreaterThan(0);
        expect(offered.length).toBeLessThanOrEqual(3);
        expect(new Set(offered.map(({ day }) => day)).size).toBe(offered.length);
        for (const { day } of offered)
          expect(validateField(afterAccident, day, before, { today })).toBeUndefined();
      }),
    );
  });
  it('are counted over the ends of months and years', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect([weekdayOf('2026-11-21'), weekdayOf('2026-11-22')]).toEqual([6, 7]);
  });
});
