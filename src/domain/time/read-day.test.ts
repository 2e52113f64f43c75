import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './add-days.ts';
import { readDay } from './read-day.ts';

/** A Saturday. */
const today = '2026-11-21';

describe('the day that a sentence names', () => {
  it.each([
    ['昨天摔了一跤', '2026-11-20'],
    ['昨晚肚子疼', '2026-11-20'],
    ['今天早上被车撞了', '2026-11-21'],
    ['前天', '2026-11-19'],
    ['大前天', '2026-11-18'],
    ['三天前', '2026-11-18'],
    ['10天以前', '2026-11-11'],
    ['两个星期前', '2026-11-07'],
    ['一周前', '2026-11-14'],
    ['上周三住院了', '2026-11-11'],
    ['上个星期天', '2026-11-15'],
    ['上上周一', '2026-11-02'],
    ['这周三', '2026-11-18'],
    ['星期五', '2026-11-20'],
    ['周日', '2026-11-15'],
    ['11月3号', '2026-11-03'],
    ['十一月三号住的院', '2026-11-03'],
    ['12月25日', '2025-12-25'],
    ['去年十二月二十五', '2025-12-25'],
    ['2025年3月9日', '2025-03-09'],
    ['2026-11-03', '2026-11-03'],
    ['这个月3号', '2026-11-03'],
    ['上个月28号', '2026-10-28'],
    ['25号', '2026-10-25'],
    ['2月29号', '2024-02-29'],
    ['I fell yesterday', '2026-11-20'],
    ['two days ago', '2026-11-19'],
    ['a week ago', '2026-11-14'],
    ['last Wednesday', '2026-11-18'],
    ['last Saturday', '2026-11-14'],
    ['on November 3rd', '2026-11-03'],
    ['3 November 2025', '2025-11-03'],
  ])('%s', (sentence, day) => expect(readDay(sentence, today)).toBe(day));

  it.each(['上周', '最近', '摔了一跤', '2月30号', '2027年1月1日', '下周三', '这周日', ''])(
    'is none in %s',
    (sentence) => expect(readDay(sentence, today)).toBeUndefined(),
  );

  it('is never in the future and always a real day, whatever is said', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom(...'上下这周星期月日号天前昨今去年一二三十0123456789 -'), {
              maxLength: 12,
            })
            .map((all) => all.join('')),
        ),
        (sentence) => {
          const day = readDay(sentence, today);
          if (day !== undefined) expect(day <= today && /^\d{4}-\d{2}-\d{2}$/.test(day)).toBe(true);
        },
      ),
    );
  });

  it('is read back however many days ago it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), (days) => {
        const day = addDays(today, -days);
        expect(readDay(`${days}天前`, today)).toBe(day);
        expect(readDay(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}号`, today)).toBe(day);
      }),
    );
  });
});
