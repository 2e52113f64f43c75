import { StaffClaim } from '#features/staff-claims/staff-claim.tsx';
import { AnswersInWords } from '../shell/answers-in-words.tsx';
import type { PageProps } from '../shell/routes.ts';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

export function StaffClaimPage({ params, onGo }: PageProps) {
  return (
    <StaffFrame current="/staff/claims" onGo={onGo}>
      <StaffClaim
        key={params.id}
        id={params.id ?? ''}
        onSignedOut={useToSignIn(onGo)}
        answers={({ claim, beside, instead }) => (
          <AnswersInWords
            flow={claim.flow}
            answers={claim.answers}
            beside={beside}
            instead={instead}
          />
        )}
      />
    </StaffFrame>
  );
}
