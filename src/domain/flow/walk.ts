import type { Answers, AnswerValue, FieldSpec, Flow, Step } from './types.ts';

export type IsValid = (
  field: FieldSpec,
  value: AnswerValue | undefined,
  before: Answers,
) => boolean;

export interface Walk {
  /** The steps from the first up to and including the first that is not answered. */
  path: readonly Step[];
  /** `path`, and behind it the steps that the answers so far lead to: for progress and for a section's page. */
  outline: readonly Step[];
  /** The valid answers to what is asked on the path; everything else is neither shown nor sent. */
  relevant: Answers;
  /** The step to reopen a draft at; absent when all is answered. */
  firstIncomplete?: Step;
  isComplete: boolean;
}

/**
 * Goes through a flow from its first step with these answers. Browser and server both call it, so they cannot
 * disagree about what is asked, what is sent and whether a claim is complete. Positions are worked out here
 * and never stored. A condition sees only valid answers given before it on the same path: an abandoned branch
 * never steers.
 */
export function walk(flow: Flow, answers: Answers, isValid: IsValid): Walk {
  const path: Step[] = [];
  const outline: Step[] = [];
  const relevant: Record<string, AnswerValue> = {};
  let firstIncomplete: Step | undefined;
  for (const step of flow.steps) {
    if (step.when && !step.when(relevant)) continue;
    outline.push(step);
    if (!firstIncomplete) path.push(step);
    const given: Record<string, AnswerValue> = {};
    for (const id of step.ask) {
      const spec = flow.fields[id];
      const value = answers[id];
      const before = { ...relevant, ...given };
      if (spec?.when && !spec.when(before)) continue;
      if (!spec || !isValid(spec, value, before)) firstIncomplete ??= step;
      else if (value !== undefined) given[id] = value;
    }
    Object.assign(relevant, given);
  }
  return { path, outline, relevant, firstIncomplete, isComplete: !firstIncomplete };
}
