import { useEffect, useState, type ReactNode } from 'react';
import { findFlow } from '#domain/claims/flows.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { useClaimWords } from '#features/claim-flow/claim-words.ts';
import { describeAnswer } from '#features/claim-flow/describe-answer.ts';
import { loadWords } from '#platform/i18n/words.ts';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';

interface AnswersInWordsProps {
  /** The kind of claim. */
  flow: string;
  answers: Answers;
  /** Stands beside a field's value: the way to see what is masked. */
  beside?: (field: string, label: string) => ReactNode;
  /** Takes the place of a field's value. */
  instead?: (field: string) => ReactNode | undefined;
}

/** What was answered, in the words of its questions. Shows nothing while those words are on their way. */
export function AnswersInWords(props: AnswersInWordsProps) {
  const flow = findFlow(props.flow);
  const [ready, setReady] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    if (!flow) return undefined;
    // Without its words the list is left out: the page above it stands by itself.
    loadWords([`claims/${flow.id}`]).then(
      () => isWanted && setReady(flow.id),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [flow]);
  return flow && ready === flow.id ? <Rows {...props} flow={flow} /> : null;
}

function Rows({
  flow,
  answers,
  beside,
  instead,
}: Omit<AnswersInWordsProps, 'flow'> & { flow: Flow }) {
  const words = useClaimWords(flow);
  const asked = flow.steps
    .flatMap((step) => step.ask)
    .filter((field) => answers[field] !== undefined);
  return (
    <SummaryList
      rows={asked.flatMap((field) => {
        const spec = flow.fields[field];
        if (!spec) return [];
        const label = words.t(`fields.${field}.short`);
        const value = instead?.(field) ?? describeAnswer(field, spec, answers[field], words);
        return [
          {
            label,
            value: (
              <>
                {value} {beside?.(field, label)}
              </>
            ),
          },
        ];
      })}
    />
  );
}
