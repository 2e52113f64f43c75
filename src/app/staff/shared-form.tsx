import { useEffect, useState } from 'react';
import { findFlow } from '#domain/claims/flows.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { SharedDraft } from '#domain/api/staff-queue.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Flow } from '#domain/flow/types.ts';
import { validateField } from '#domain/flow/validate.ts';
import { useClaimWords } from '#features/claim-flow/claim-words.ts';
import { describeAnswer } from '#features/claim-flow/describe-answer.ts';
import { FieldControl } from '#features/claim-flow/field-control.tsx';
import { askedOf, stepAsking } from '#features/claim-flow/way.ts';
import {
  HelpFill,
  type HelpFillProps,
  type SharedQuestion,
  type WhyNot,
} from '#features/staff-desk/help-fill.tsx';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import { serverDay } from '#platform/storage/server-day.ts';

type SharedFormProps = Pick<HelpFillProps, 'conversationId' | 'draft' | 'proposals' | 'onChanged'>;

/** The claim's own questions and controls for the desk. Shows nothing while its words are on their way. */
export function SharedForm(props: SharedFormProps) {
  const flow = findFlow(props.draft.flow);
  const [ready, setReady] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    if (!flow) return undefined;
    loadWords([`claims/${flow.id}`, 'problems']).then(
      () => isWanted && setReady(flow.id),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [flow]);
  return flow && ready === flow.id ? <Questions {...props} flow={flow} /> : null;
}

/** Why staff cannot propose an answer to this question. */
function whyNot(flow: Flow, field: string, { customerOnly }: SharedDraft): WhyNot | undefined {
  const kind = flow.fields[field]?.kind;
  // Whom the policies name is not on the desk.
  if (kind === 'insured') return 'person';
  if (!customerOnly.includes(field)) return undefined;
  if (kind === 'consent' || kind === 'matter') return 'consent';
  if (kind === 'photos') return 'photos';
  return stepAsking(flow, field)?.section === 'payee' ? 'payee' : 'own';
}

function Questions({ flow, draft, ...props }: SharedFormProps & { flow: Flow }) {
  const words = useClaimWords(flow);
  const { t: problem } = useWords('problems');
  const context = { today: serverDay() };
  const walk = walkClaim(flow, draft.answers, context);
  const asked = walk.outline.flatMap((step) => askedOf(step, { flow, walk }));
  const questions = asked.flatMap((field): SharedQuestion[] => {
    const spec = flow.fields[field];
    if (!spec || spec.kind === 'statement') return [];
    const value = draft.answers[field];
    return [
      {
        field,
        label: words.t(`fields.${field}.short`),
        answer: value === undefined ? undefined : describeAnswer(field, spec, value, words),
        whyNot: whyNot(flow, field, draft),
      },
    ];
  });
  const asDraft: Draft = {
    id: draft.id,
    flow: flow.id,
    flowVersion: flow.version,
    version: draft.version,
    answers: draft.answers,
    writtenBy: {},
    documents: [],
    today: context.today,
  };
  return (
    <HelpFill
      {...props}
      draft={draft}
      questions={questions}
      say={(field, value) => {
        const spec = flow.fields[field];
        return spec ? describeAnswer(field, spec, value, words) : '';
      }}
      control={({ field, value, onChange, error }) => {
        const spec = flow.fields[field];
        return spec ? (
          <FieldControl
            field={field}
            spec={spec}
            value={value}
            onChange={onChange}
            error={error}
            words={words}
            draft={asDraft}
            isAlone={false}
            before={walk.relevant}
          />
        ) : null;
      }}
      problemOf={(field, value) => {
        const spec = flow.fields[field];
        const code = spec && validateField(spec, value, walk.relevant, context);
        return code && problem(code);
      }}
    />
  );
}
