import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDisplay, writeDisplay, type DisplayChoice } from './display.ts';

const choices: fc.Arbitrary<DisplayChoice> = fc.record({
  mode: fc.constantFrom('standard', 'senior'),
  text: fc.constantFrom(1, 2, 3, 4, 5),
  contrast: fc.constantFrom('normal', 'high'),
});

describe('a display choice', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(readDisplay(writeDisplay(choice))).toEqual(choice);
      }),
    );
  });
  it('that is corrupt is no choice at all', () => {
    for (const stored of [
      '',
      'senior',
      'senior.9.high',
      'senior.2.high;x',
      '<script>',
      null,
      undefined,
    ]) {
      expect(readDisplay(stored)).toBeUndefined();
    }
  });
});
