import { ChooseClaim } from '#features/claim-flow/choose-claim.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ChooseClaimPage() {
  return (
    <WithGlossary>
      <ChooseClaim />
    </WithGlossary>
  );
}
