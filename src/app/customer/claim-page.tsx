import { OneClaim } from '#features/claim-status/one-claim.tsx';
import { AnswersInWords } from '../shell/answers-in-words.tsx';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ClaimPage({ params, onGo }: PageProps) {
  return (
    <WithGlossary>
      <OneClaim
        key={params.id}
        id={params.id ?? ''}
        onGo={onGo}
        answers={(claim) => <AnswersInWords flow={claim.flow} answers={claim.answers} />}
      />
    </WithGlossary>
  );
}
