import { beforeEach, describe, expect, it } from 'vitest';
import { daysSince, openMemory, parseMemory } from './advice-memory.ts';

beforeEach(() => localStorage.clear());

describe('What was asked before', () => {
  it('is remembered', () => {
    openMemory().change({ hasMet: true, offersEver: 1, noAt: 5 });
    expect(openMemory().get()).toEqual({
      hasMet: true,
      knowsText: false,
      neverAsk: false,
      offersEver: 1,
      noAt: 5,
    });
  });

  it.each([
    null,
    '',
    'x',
    '[]',
    '7',
    '{"offersEver":"9","neverAsk":"yes"}',
    '{"offersEver":-3}',
    '{"offersEver":null}',
  ])('is forgotten where %j is all that is left', (stored) => {
    expect(parseMemory(stored, false)).toEqual({
      hasMet: false,
      knowsText: false,
      neverAsk: false,
      offersEver: 0,
    });
  });

  it('lies no days in the future', () => {
    expect(daysSince(undefined, 5)).toBeUndefined();
    expect(daysSince(0, 90 * 86_400_000)).toBe(90);
    expect(daysSince(10 * 86_400_000, 0)).toBe(0);
  });
});
