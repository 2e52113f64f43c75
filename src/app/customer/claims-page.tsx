import { ClaimList } from '#features/claim-status/claim-list.tsx';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ClaimsPage() {
  return (
    <WithGlossary>
      <ClaimList />
    </WithGlossary>
  );
}
