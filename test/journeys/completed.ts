import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import type { ValidationContext } from '#domain/flow/validate.ts';
import { yesTo } from '#domain/flow/yes-to.ts';

/**
 * Answers together with the yes to each key matter that they lead to. A yes holds for what it was said to, so it is worked
 * out from the answers and never written down beside them.
 */
export function completed(
  flow: Flow,
  answers: Answers,
  context: ValidationContext = { today: '2100-01-01' },
): Answers {
  const { relevant } = walkClaim(flow, answers, context);
  const yes = Object.entries(flow.fields).flatMap(([field, spec]) =>
    spec.kind === 'matter' ? [[field, yesTo(spec, relevant)] as const] : [],
  );
  return { ...answers, ...Object.fromEntries(yes) };
}
