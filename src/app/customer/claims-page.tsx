import { ClaimList } from '#features/claim-status/claim-list.tsx';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ClaimsPage({ onGo }: PageProps) {
  return (
    <WithGlossary>
      <ClaimList onGo={onGo} />
    </WithGlossary>
  );
}
