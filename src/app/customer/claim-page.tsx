import { OneClaim } from '#features/claim-status/one-claim.tsx';
import { AnswersInWords } from '../shell/answers-in-words.tsx';
import type { PageProps } from '../shell/routes.ts';

export function ClaimPage({ params }: PageProps) {
  return (
    <OneClaim
      key={params.id}
      id={params.id ?? ''}
      answers={(claim) => <AnswersInWords flow={claim.flow} answers={claim.answers} />}
    />
  );
}
