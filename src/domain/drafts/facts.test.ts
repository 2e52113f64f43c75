import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../claims/flows.ts';
import { hospital } from '../claims/hospital.ts';
import { validateField } from '../flow/validate.ts';
import { factSources, suggestionsOf, valuesOf, type KnownFact } from './facts.ts';

const context = { today: '2026-11-21', bornOn: '1956-03-12', insureds: ['self', 'mother'] };
const values = (known: readonly KnownFact[], answers = {}) =>
  valuesOf(suggestionsOf(hospital, answers, known, context));

const names = [
  ...new Set(
    flows.flatMap(({ fields }) => Object.values(fields).flatMap(({ fact }) => fact ?? [])),
  ),
];
const anyFact: fc.Arbitrary<KnownFact> = fc.record({
  name: fc.constantFrom(...names),
  value: fc.oneof(
    fc.constantFrom<KnownFact['value']>(
      '2026-11-02',
      '2026-11-09',
      '2031-01-01',
      'self',
      'cardOnFile',
    ),
    fc.string(),
    fc.integer(),
    fc.boolean(),
  ),
  source: fc.constantFrom(...factSources),
});

describe('what is known before it is asked', () => {
  it('is proposed only where it would be a valid answer, and never over one that was given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flows), fc.array(anyFact), (flow, known) => {
        const given = { payoutTo: 'counter' };
        const found = suggestionsOf(flow, given, known, context);
        expect(found).not.toHaveProperty('payoutTo');
        const all = { ...valuesOf(found), ...given };
        for (const [field, { value }] of Object.entries(found)) {
          const spec = flow.fields[field];
          expect(spec && validateField(spec, value, all, context)).toBeUndefined();
        }
      }),
    );
  });

  it('is taken from the paper before the policy', () => {
    const fact = (value: string, source: KnownFact['source']) => ({
      name: 'insured',
      value,
      source,
    });
    expect(values([fact('self', 'policy'), fact('mother', 'paper')])).toEqual({
      insured: 'mother',
    });
  });

  it('is asked where two papers say two things', () => {
    const paper = (value: string) => ({ name: 'admittedOn', value, source: 'paper' as const });
    expect(values([paper('2026-11-02'), paper('2026-11-03')])).toEqual({});
    expect(values([paper('2026-11-02'), paper('2026-11-02')])).toEqual({
      admittedOn: '2026-11-02',
    });
  });

  it('is not proposed against what the customer has said', () => {
    const known = [{ name: 'admittedOn', value: '2026-11-02', source: 'paper' as const }];
    expect(values(known, { cause: 'accident', accidentOn: '2026-11-05' })).toEqual({});
  });
});
