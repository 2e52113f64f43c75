import { describe, expect, it } from 'vitest';
import { chinaTime, deadlineTime } from './china-time.ts';

describe('China’s clock', () => {
  it('is the same wherever the phone believes it is', () => {
    expect(chinaTime('2026-12-31T16:30:00Z')).toMatchObject({
      year: 2027,
      month: 1,
      date: 1,
      hour: 0,
      minute: 30,
    });
    expect(chinaTime('2026-12-31T23:30:00+08:00')).toMatchObject({
      year: 2026,
      month: 12,
      date: 31,
      hour: 23,
    });
  });

  it('does not make a deadline earlier than it is', () => {
    expect(deadlineTime('2026-11-23T14:59:59.999+08:00')).toMatchObject({
      date: 23,
      hour: 15,
      minute: 0,
    });
  });

  it('refuses what is no time', () => {
    expect(() => chinaTime('soon')).toThrow(RangeError);
  });
});
