import { ChooseClaim } from '#features/claim-flow/choose-claim.tsx';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ChooseClaimPage({ onGo }: PageProps) {
  return (
    <WithGlossary>
      <ChooseClaim onGo={onGo} />
    </WithGlossary>
  );
}
