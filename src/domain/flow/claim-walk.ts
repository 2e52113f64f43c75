import { validateField, type ProblemCode, type ValidationContext } from './validate.ts';
import { walk, type Walk } from './walk.ts';
import type { Answers, Flow } from './types.ts';

export interface FieldProblem {
  field: string;
  step: string;
  code: ProblemCode;
}

/** Walks a flow with the rules of every field kind: the same call in the browser and on the server. */
export function walkClaim(flow: Flow, answers: Answers, context: ValidationContext): Walk {
  return walk(
    flow,
    answers,
    (spec, value, before) => validateField(spec, value, before, context) === undefined,
  );
}

/** Everything missing or wrong on the way that the answers lead to, first step first; empty when the claim may be sent. */
export function problemsOf(
  flow: Flow,
  answers: Answers,
  context: ValidationContext,
): FieldProblem[] {
  const { outline, relevant } = walkClaim(flow, answers, context);
  return outline.flatMap((step) =>
    step.ask.flatMap((field) => {
      const spec = flow.fields[field];
      if (spec?.when && !spec.when(relevant)) return [];
      const code = spec && validateField(spec, answers[field], relevant, context);
      return code ? [{ field, step: step.id, code }] : [];
    }),
  );
}

/** The consents that these answers give, as `<id>@<version>` (P-29: each recorded with its text's version). */
export function consentsOf(flow: Flow, relevant: Answers): string[] {
  return Object.entries(flow.fields).flatMap(([field, spec]) =>
    spec.kind === 'consent' && relevant[field] === true ? [`${spec.consent}@${spec.version}`] : [],
  );
}
