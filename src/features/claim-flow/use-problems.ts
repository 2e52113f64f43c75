import { useState } from 'react';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { validateField, type ProblemCode, type ValidationContext } from '#domain/flow/validate.ts';

export interface PageProblems {
  problems: readonly { field: string; code: ProblemCode }[];
  /** Goes up with each attempt to go on: the summary takes focus again. */
  attempt: number;
  /** Looks at every field of the page. @returns the first field that is at fault, if any */
  check: () => string | undefined;
}

/** What is wrong on a page: told when the person asks to go on, gone as soon as it is mended, never sooner (M-2.3). */
export function useProblems(
  flow: Flow,
  fields: readonly string[],
  answers: Answers,
  context: ValidationContext,
): PageProblems {
  const [shown, setShown] = useState<Readonly<Record<string, ProblemCode>>>({});
  const [attempt, setAttempt] = useState(0);
  const { relevant } = walkClaim(flow, answers, context);
  const problemIn = (field: string): ProblemCode | undefined => {
    const spec = flow.fields[field];
    return spec && validateField(spec, answers[field], relevant, context);
  };
  return {
    problems: fields.flatMap((field) => {
      const code = problemIn(field);
      return shown[field] && code ? [{ field, code }] : [];
    }),
    attempt,
    check: () => {
      const found = fields.flatMap((field): [string, ProblemCode][] => {
        const code = problemIn(field);
        return code ? [[field, code]] : [];
      });
      setShown(Object.fromEntries(found));
      setAttempt(attempt + 1);
      return found[0]?.[0];
    },
  };
}
