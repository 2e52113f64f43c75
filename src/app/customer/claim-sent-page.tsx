import { ClaimSent } from '#features/claim-status/claim-sent.tsx';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function ClaimSentPage({ params }: PageProps) {
  return (
    <WithGlossary>
      <ClaimSent key={params.id} id={params.id ?? ''} />
    </WithGlossary>
  );
}
