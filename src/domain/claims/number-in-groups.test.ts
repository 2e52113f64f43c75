import { describe, expect, it } from 'vitest';
import { numberInGroups } from './number-in-groups.ts';

describe('A claim number', () => {
  it.each([
    ['SL261121123458', 'SL 2611 2112 3458'],
    ['SL 2611-2112-3458', 'SL 2611 2112 3458'],
    ['SL2611211234567891', 'SL 2611 2112 3456 7891'],
  ])('%s is read out in groups', (number, groups) => {
    expect(numberInGroups(number)).toBe(groups);
  });
});
