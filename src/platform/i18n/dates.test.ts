import { describe, expect, it } from 'vitest';
import { datesIn, type Dates } from '#domain/time/date-words.ts';
import { loadWords, startWords, type Language } from './words.ts';

const NOW = Date.parse('2026-11-21T12:00:00+08:00');

async function dates(lng: Language): Promise<Dates> {
  const words = await startWords(lng);
  await loadWords(['common']);
  return datesIn(
    (key, options) => words.t(`common:${key}`, { ...options }),
    lng,
    () => NOW,
  );
}

describe('Dates in Chinese', () => {
  it('are said with the day of the week and the part of the day', async () => {
    const { day, moment, time } = await dates('zh-CN');
    expect(day('2026-11-23')).toBe('11月23日（星期一）');
    expect(moment('2026-11-23T07:05:00Z')).toBe('11月23日（星期一）下午3点05分');
    expect(time('2026-11-23T00:00:00+08:00')).toBe('凌晨0点');
    expect(time('2026-11-23T08:30:00+08:00')).toBe('上午8点30分');
    expect(time('2026-11-23T12:00:00+08:00')).toBe('中午12点');
    expect(time('2026-11-23T12:20:00+08:00')).toBe('中午12点20分');
    expect(time('2026-11-23T20:00:00+08:00')).toBe('晚上8点');
  });

  it('name the year only when it is another one', async () => {
    const { day } = await dates('zh-CN');
    expect(day('2025-12-31')).toBe('2025年12月31日（星期三）');
    expect(day('2025-12-31T16:00:00Z')).toBe('1月1日（星期四）');
  });

  it('say a promise by the full hour', async () => {
    const { by } = await dates('zh-CN');
    expect(by('2026-11-23T15:00:00+08:00')).toBe('11月23日（星期一）下午3点前');
    expect(by('2026-11-23T14:07:31+08:00')).toBe('11月23日（星期一）下午3点前');
    expect(by('2026-11-23T23:10:00+08:00')).toBe('11月23日（星期一）晚上12点前');
    expect(by('2026-11-24T00:00:00+08:00')).toBe('11月23日（星期一）晚上12点前');
  });
});

describe('Dates in English', () => {
  it('are said in the same way', async () => {
    const { day, moment, by, time } = await dates('en');
    expect(day('2026-11-23')).toBe('Monday 23 November');
    expect(day('2025-11-23')).toBe('Sunday 23 November 2025');
    expect(moment('2026-11-23T07:05:00Z')).toBe('Monday 23 November, 3:05 pm');
    expect(by('2026-11-23T14:07:31+08:00')).toBe('by 3 pm on Monday 23 November');
    expect(by('2026-11-23T23:10:00+08:00')).toBe('by midnight on Monday 23 November');
    expect(time('2026-11-23T12:00:00+08:00')).toBe('12 noon');
    expect(time('2026-11-23T00:05:00+08:00')).toBe('12:05 am');
  });
});
