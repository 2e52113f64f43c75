import { ClaimSent } from '#features/claim-status/claim-sent.tsx';
import type { PageProps } from '../shell/routes.ts';

export function ClaimSentPage({ params }: PageProps) {
  return <ClaimSent key={params.id} id={params.id ?? ''} />;
}
