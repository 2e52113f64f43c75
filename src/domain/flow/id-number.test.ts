import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckCharacter, idProblem } from './id-number.ts';

const today = '2026-11-21';
const first17 = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2026-11-20T12:00:00Z'),
      noInvalidDate: true,
    }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([place, born, order]) =>
      `${place}${born.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`,
  );

describe('an ID number', () => {
  it('of 18 characters with its check character is right, with a small x or spaces too', () => {
    fc.assert(
      fc.property(first17, (body) => {
        const number = body + idCheckCharacter(body);
        expect(idProblem(number, today)).toBeUndefined();
        const said = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14).toLowerCase()}`;
        expect(idProblem(said, today)).toBeUndefined();
      }),
    );
  });
  it('with one wrong digit is found', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, plus) => {
        const number = body + idCheckCharacter(body);
        const wrong = [...number]
          .map((digit, i) => (i === at ? String((Number(digit) + plus) % 10) : digit))
          .join('');
        expect(['id-check-digit', 'id-birth-date']).toContain(idProblem(wrong, today));
      }),
    );
  });
  it.each([
    ['110101560312123', 'id-fifteen'],
    ['11010119560312', 'id-length'],
    ['', 'id-length'],
    ['11010119561312123X', 'id-birth-date'],
    ['110101203003121239', 'id-birth-date'],
  ])('%s is told apart', (number, code) => expect(idProblem(number, today)).toBe(code));
});
