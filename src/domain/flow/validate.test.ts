import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../time/is-day.ts';
import { hasLuhnCheckDigit, hasShapeOf, NAME_MAX, validateField } from './validate.ts';
import { LATER, UNKNOWN, type AnswerValue, type FieldSpec } from './types.ts';

const context = { today: '2026-11-21', bornOn: '1951-03-08' };
const problem = (spec: FieldSpec, value: AnswerValue | undefined, before = {}) =>
  validateField(spec, value, before, context);

const anyField: fc.Arbitrary<FieldSpec> = fc.constantFrom<FieldSpec>(
  { kind: 'date', notAfter: 'today' },
  { kind: 'yesNo' },
  { kind: 'choice', options: ['a', 'b'] },
  { kind: 'amount', maxFen: 1_000_000_000, allowUnknown: true },
  { kind: 'personName' },
  { kind: 'bankCard' },
  { kind: 'photos', max: 3 },
  { kind: 'consent', consent: 'health-data', version: 1 },
  { kind: 'text', maxLength: 20 },
  { kind: 'idNumber' },
  { kind: 'phone' },
  { kind: 'insured' },
  { kind: 'matter', version: 1, shows: ['a'] },
);
/** With and without "I do not know", "later" and a way instead of photos. */
const anySpec = fc
  .tuple(anyField, fc.boolean(), fc.boolean())
  .map(([spec, allowUnknown, allowLater]): FieldSpec => ({
    ...spec,
    allowUnknown,
    allowLater,
    ...(spec.kind === 'photos' && { hasWays: allowLater, isOptional: allowUnknown }),
  }));
const anyValue = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(UNKNOWN, LATER, 'branch', 'none', 'other', true, '', [], ['a']),
);

describe('whatever is sent for any kind of field', () => {
  it('gets an answer and never an error', () => {
    fc.assert(
      fc.property(anySpec, anyValue, (spec, value) => {
        const code = validateField(spec, value as AnswerValue, {}, context);
        expect(code === undefined || typeof code === 'string').toBe(true);
      }),
    );
  });
  it('is valid only if it has the shape in which a draft keeps it', () => {
    fc.assert(
      fc.property(anySpec, anyValue, (spec, value) => {
        const isGiven = value !== undefined;
        if (isGiven && validateField(spec, value as AnswerValue, {}, context) === undefined) {
          expect(hasShapeOf(spec, value)).toBe(true);
        }
      }),
    );
  });
});

describe('a date', () => {
  const past: FieldSpec = { kind: 'date', notAfter: 'today' };
  it('may be any real day from birth to today', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1951-03-08'),
          max: new Date('2026-11-21T12:00:00Z'),
          noInvalidDate: true,
        }),
        (at) => {
          expect(problem(past, at.toISOString().slice(0, 10))).toBeUndefined();
        },
      ),
    );
  });
  it('in the future is told apart from one that does not exist', () => {
    expect(problem(past, '2026-11-22')).toBe('date-in-future');
    expect(problem(past, '2026-02-30')).toBe('date-invalid');
    expect(problem(past, '21/11/2026')).toBe('date-invalid');
  });
  it('before birth cannot be', () => {
    expect(problem(past, '1951-03-07')).toBe('date-before-birth');
    expect(problem(past, '1951-03-08')).toBeUndefined();
  });
  it('of discharge cannot come before admission', () => {
    const spec: FieldSpec = { kind: 'date', notBefore: 'admittedOn' };
    expect(problem(spec, '2026-11-01', { admittedOn: '2026-11-02' })).toBe('date-before-other');
    expect(problem(spec, '2026-11-02', { admittedOn: '2026-11-02' })).toBeUndefined();
  });
  it('of the leap day counts in leap years alone', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('1900-02-29')).toBe(false);
  });
});

describe('an amount', () => {
  const spec: FieldSpec = { kind: 'amount', maxFen: 1_000_000_000, allowUnknown: true };
  it('of minus one, of nothing and of 10 billion yuan is not believed', () => {
    expect(problem(spec, -1)).toBe('amount-too-small');
    expect(problem(spec, 0)).toBe('amount-too-small');
    expect(problem(spec, 1e12)).toBe('amount-too-large');
  });
  it('is whole 分, or "I do not know" where that may be said', () => {
    expect(problem(spec, 12.5)).toBe('wrong-type');
    expect(problem(spec, Number.NaN)).toBe('wrong-type');
    expect(problem(spec, 'unknown')).toBeUndefined();
    expect(problem({ kind: 'amount', maxFen: 10 }, 'unknown')).toBe('wrong-type');
  });
});

describe('a name', () => {
  const spec: FieldSpec = { kind: 'personName' };
  it.each([
    '王秀兰',
    '欧阳·娜娜',
    '阿卜杜热合曼·买买提',
    'Anna-Maria O’Neill',
    `买${'买提·'.repeat(13)}`.slice(0, 40),
  ])('may be %s', (name) => expect(problem(spec, name)).toBeUndefined());
  it.each(['王😀兰', '<b>王</b>', '王1兰', '·王', '王\u202e兰'])('cannot be %s', (name) => {
    expect(problem(spec, name)).toBe('name-characters');
  });
  it('of spaces is none, and one too long is said to be', () => {
    expect(problem(spec, '   ')).toBe('required');
    expect(problem(spec, '王'.repeat(NAME_MAX))).toBeUndefined();
    expect(problem(spec, '王'.repeat(NAME_MAX + 1))).toBe('name-too-long');
  });
});

describe('a bank card number', () => {
  const spec: FieldSpec = { kind: 'bankCard' };
  it('has a check digit that finds one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{15}$/),
        fc.nat(15),
        fc.integer({ min: 1, max: 9 }),
        (body, at, plus) => {
          const last = [...'0123456789'].find((d) => hasLuhnCheckDigit(body + d)) ?? '';
          const card = body + last;
          expect(problem(spec, card)).toBeUndefined();
          const wrong = [...card]
            .map((d, i) => (i === at ? String((Number(d) + plus) % 10) : d))
            .join('');
          expect(problem(spec, wrong)).toBe('card-check-digit');
        },
      ),
    );
  });
  it('of the wrong length is said to be so', () => {
    expect(problem(spec, '62220212')).toBe('card-length');
  });
});

describe('photos and consents', () => {
  it('need at least one photo and not more than are asked for', () => {
    expect(problem({ kind: 'photos', max: 2 }, [])).toBe('photos-none');
    expect(problem({ kind: 'photos', max: 2 }, ['a', 'b', 'c'])).toBe('photos-too-many');
  });
  it('a consent that was not given does not count as given', () => {
    const spec: FieldSpec = { kind: 'consent', consent: 'health-data', version: 1 };
    expect(problem(spec, false)).toBe('consent-needed');
    expect(problem(spec, undefined)).toBe('consent-needed');
    expect(problem(spec, true)).toBeUndefined();
  });
});
