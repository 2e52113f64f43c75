import type { Answers, AnswerValue, Flow } from '../flow/types.ts';
import { validateField, type ValidationContext } from '../flow/validate.ts';

/** Where a fact comes from, most trusted first: what a paper of this claim says goes before older knowledge. `proposal`: staff proposed it and the customer said yes. */
export const factSources = ['paper', 'hospital', 'policy', 'earlier-claim', 'proposal'] as const;
export type FactSource = (typeof factSources)[number];

/** One thing known before it was asked (F5). Its name is what a field's `fact` says. */
export interface KnownFact {
  name: string;
  value: AnswerValue;
  source: FactSource;
  /** The document that says so, and where in its picture (fractions of width and height, 0 to 1). */
  documentId?: string;
  box?: { x: number; y: number; width: number; height: number };
}

/** A value proposed for a field: shown with its source for a yes, never sent without one. */
export type Suggestion = Omit<KnownFact, 'name'>;

/**
 * What may be proposed for each field that has no answer yet: the most trusted fact that is valid for it. Two facts of
 * one source that differ make no suggestion: uncertain means asked.
 */
export function suggestionsOf(
  flow: Flow,
  answers: Answers,
  known: readonly KnownFact[],
  context: ValidationContext,
): Readonly<Record<string, Suggestion>> {
  const found: Record<string, Suggestion> = {};
  for (const [field, spec] of Object.entries(flow.fields)) {
    if (answers[field] !== undefined || !spec.fact) continue;
    const before = { ...valuesOf(found), ...answers };
    const fitting = known.filter(
      ({ name, value }) =>
        name === spec.fact && validateField(spec, value, before, context) === undefined,
    );
    const source = factSources.find((one) => fitting.some((fact) => fact.source === one));
    const [first, ...others] = fitting.filter((fact) => fact.source === source);
    if (!first || others.some(({ value }) => !isSame(value, first.value))) continue;
    const { name: _name, ...suggestion } = first;
    found[field] = suggestion;
  }
  return found;
}

const isSame = (a: AnswerValue, b: AnswerValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The proposed values alone, to walk with as if they were answers. */
export function valuesOf(suggestions: Readonly<Record<string, Suggestion>>): Answers {
  return Object.fromEntries(
    Object.entries(suggestions).map(([field, { value }]) => [field, value]),
  );
}
