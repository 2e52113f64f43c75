import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows } from '../claims/flows.ts';
import { hospital } from '../claims/hospital.ts';
import { mattersStep, mattersWith } from '../claims/matters.ts';
import { problemsOf, walkClaim } from './claim-walk.ts';
import { defineFlow } from './define-flow.ts';
import { FlowTooNewError, FlowTooOldError, migrateAnswers } from './migrate.ts';
import { LATER, UNKNOWN, type Answers, type AnswerValue, type Flow } from './types.ts';
import { walk } from './walk.ts';

const context = { today: '2026-11-21', bornOn: '1951-03-08' };

const anyAnswer: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('illness', 'accident', 'newCard', 'passbook', 'counter', 'cardOnFile'),
  fc.constantFrom(UNKNOWN, LATER, 'self', 'other', 'branch', 'none', 'traffic', 'theft', 'child'),
  fc.constantFrom('2026-11-01', '2026-11-18', '2031-01-01', '1940-01-01', '2026-02-30'),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
);

const anyAnswersTo = (flow: Flow): fc.Arbitrary<Answers> =>
  fc.dictionary(fc.constantFrom(...Object.keys(flow.fields), 'nothingOfOurs'), anyAnswer);

describe.each(flows.map((flow) => [flow.id, flow] as const))(
  'whatever is answered in a claim of kind %s',
  (_, flow) => {
    it('is walked without an error, and what is asked stands in the order of the claim', () => {
      fc.assert(
        fc.property(anyAnswersTo(flow), (answers) => {
          const { path, outline } = walkClaim(flow, answers, context);
          const order = outline.map((step) => flow.steps.indexOf(step));
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(outline.slice(0, path.length)).toEqual(path);
        }),
      );
    });

    it('is sent only where it was asked and is valid', () => {
      fc.assert(
        fc.property(anyAnswersTo(flow), (answers) => {
          const { outline, relevant } = walkClaim(flow, answers, context);
          const asked = new Set(outline.flatMap((step) => step.ask));
          for (const [field, value] of Object.entries(relevant)) {
            expect(asked.has(field)).toBe(true);
            expect(value).toBe(answers[field]);
          }
        }),
      );
    });

    it('leads to the same place when only what is sent is kept: an abandoned branch never steers', () => {
      fc.assert(
        fc.property(anyAnswersTo(flow), (answers) => {
          const first = walkClaim(flow, answers, context);
          const again = walkClaim(flow, first.relevant, context);
          expect(again.outline).toEqual(first.outline);
          expect(again.relevant).toEqual(first.relevant);
          expect(again.isComplete).toBe(first.isComplete);
        }),
      );
    });

    it('is complete exactly when nothing is missing or wrong', () => {
      fc.assert(
        fc.property(anyAnswersTo(flow), (answers) => {
          expect(walkClaim(flow, answers, context).isComplete).toBe(
            problemsOf(flow, answers, context).length === 0,
          );
        }),
      );
    });
  },
);

describe('a step without an answer', () => {
  it('ends the path there, and what follows is only in view', () => {
    const { path, outline } = walk(
      hospital,
      { cause: 'illness' },
      // What one may say in one's own voice is never missing.
      (spec, value) =>
        value !== undefined ||
        spec.kind === 'statement' ||
        (spec.kind === 'text' && spec.isHeard === true),
    );
    expect(path.map((step) => step.id)).toEqual(['cause', 'discharge']);
    expect(outline.length).toBeGreaterThan(path.length);
  });
});

const matters = mattersWith({
  matterWhom: [],
  matterHowMuch: [],
  matterPayee: [],
  matterConsents: [],
});

describe('a mistake in a flow', () => {
  const base = {
    id: 'x',
    version: 1,
    migrations: [],
    fields: { a: { kind: 'yesNo' }, b: { kind: 'yesNo' } },
  } as const;
  it.each([
    ['a question asked twice', [{ id: 's', section: 'q', ask: ['a', 'b', 'a'] }], /asked twice/],
    [
      'a question that is not a field',
      [{ id: 's', section: 'q', ask: ['a', 'b', 'c'] }],
      /not a field/,
    ],
    ['a field that nobody asks', [{ id: 's', section: 'q', ask: ['a'] }], /never asked/],
    ['a step that asks nothing', [{ id: 's', section: 'q', ask: [] }], /asks nothing/],
  ])('is found when it loads: %s', (_, steps, message) => {
    expect(() => defineFlow({ ...base, steps })).toThrow(message);
  });

  it.each<[string, Flow['fields'], Flow['steps'], RegExp]>([
    [
      'a paper that only a camera can bring',
      { a: { kind: 'photos', max: 2 } },
      [{ id: 's', section: 'q', ask: ['a'] }],
      /cannot take photos/,
    ],
    [
      'a day that compares with one asked after it',
      { a: { kind: 'date', notBefore: 'b' }, b: { kind: 'date' } },
      [{ id: 's', section: 'q', ask: ['a', 'b'] }],
      /not asked before/,
    ],
    [
      'a key matter that shows what is asked after it',
      { ...matters, matterWhat: { ...matters.matterWhat, shows: ['a'] }, a: { kind: 'yesNo' } },
      [mattersStep, { id: 's', section: 'q', ask: ['a'] }],
      /not asked before/,
    ],
    [
      'six key matters where there are seven',
      { matterWhat: matters.matterWhat },
      [{ ...mattersStep, ask: ['matterWhat'] }],
      /seven/,
    ],
    [
      'a key matter among other questions',
      { matterWhat: matters.matterWhat },
      [{ id: 's', section: 'q', ask: ['matterWhat'] }],
      /among other questions/,
    ],
    [
      'a question in the list of papers',
      { a: { kind: 'yesNo' } },
      [{ id: 's', section: 'q', screen: 'papers', ask: ['a'] }],
      /list of papers/,
    ],
    [
      'a known value that nobody could say yes to',
      { a: { kind: 'yesNo', fact: 'x' }, ...matters },
      [{ id: 's', section: 'q', ask: ['a'] }, mattersStep],
      /no key matter shows it/,
    ],
  ])('is found when it loads: %s', (_, fields, steps, message) => {
    expect(() => defineFlow({ id: 'x', version: 1, migrations: [], fields, steps })).toThrow(
      message,
    );
  });

  it('is found when a version has no migration', () => {
    expect(() =>
      defineFlow({ ...base, version: 2, steps: [{ id: 's', section: 'q', ask: ['a', 'b'] }] }),
    ).toThrow(/migrations/);
  });
});

describe('answers saved under an older version', () => {
  const flow: Flow = {
    ...hospital,
    version: 3,
    migrations: [(a) => ({ ...a, one: 1 }), (a) => ({ ...a, two: 2 })],
  };
  it('are brought up to date one version after the other', () => {
    expect(migrateAnswers(flow, 1, {})).toEqual({ one: 1, two: 2 });
    expect(migrateAnswers(flow, 2, {})).toEqual({ two: 2 });
    expect(migrateAnswers(flow, 3, {})).toEqual({});
  });
  it('are never guessed at when they come from a newer program', () => {
    expect(() => migrateAnswers(flow, 4, {})).toThrow(FlowTooNewError);
  });
  it('are left for a person when they are more than two versions older', () => {
    const later: Flow = { ...flow, version: 4, migrations: [...flow.migrations, (a) => a] };
    expect(migrateAnswers(later, 2, {})).toEqual({ two: 2 });
    expect(() => migrateAnswers(later, 1, {})).toThrow(FlowTooOldError);
  });
});
