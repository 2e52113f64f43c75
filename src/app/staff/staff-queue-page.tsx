import { useEffect, useState } from 'react';
import { findFlow, flows } from '#domain/claims/flows.ts';
import { StaffCall } from '#features/call/staff-call.tsx';
import { StaffRecordings } from '#features/call/staff-recordings.tsx';
import { StaffDesk } from '#features/staff-desk/staff-desk.tsx';
import { hasWord, loadWords, useWords } from '#platform/i18n/words.ts';
import { AnswersInWords } from '../shell/answers-in-words.tsx';
import { findRoute } from '../shell/find-page.ts';
import type { PageProps } from '../shell/routes.ts';
import { SharedForm } from './shared-form.tsx';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

/** The desk, with a conversation open in it where the address names one. */
export function StaffQueuePage({ params, onGo }: PageProps) {
  const { t } = useWords('common');
  const { t: claims } = useWords('claims');
  const [, setWordsCount] = useState(0);
  useEffect(() => {
    // Somebody may wait on any question of any kind; until its words are here the kind alone is named.
    loadWords(flows.map(({ id }) => `claims/${id}`)).then(
      () => setWordsCount((count) => count + 1),
      () => undefined,
    );
  }, []);
  const stepName = (flowId: string | undefined, stepId: string | undefined) => {
    const field = findFlow(flowId ?? '')?.steps.find((step) => step.id === stepId)?.ask[0];
    if (!field) return undefined;
    return [`claims/${flowId}:fields.${field}.short`, `claims:fields.${field}.short`]
      .map((key) => key.split(':') as [string, string])
      .filter(([ns, key]) => hasWord(ns, key))
      .map(([ns, key]) => claims(key, { ns }))[0];
  };
  return (
    <StaffFrame current="/staff/queue" onGo={onGo}>
      <StaffDesk
        openId={params.conversationId}
        onGo={onGo}
        onSignedOut={useToSignIn(onGo)}
        besideTalk={(log, name) => (
          <StaffCall id={params.conversationId ?? ''} name={name} log={log} />
        )}
        afterTalk={(log) => <StaffRecordings id={params.conversationId ?? ''} log={log} />}
        help={(shared) => <SharedForm {...shared} />}
        answers={({ flow, answers }) => <AnswersInWords flow={flow} answers={answers} />}
        placeName={({ page, flow, step }) => {
          const found = findRoute(page);
          const name = found ? t(found.route.titleKey) : page;
          return [name, flow && claims(`kinds.${flow}.name`), stepName(flow, step)]
            .filter(Boolean)
            .join(' · ');
        }}
      />
    </StaffFrame>
  );
}
