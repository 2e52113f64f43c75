import { ClaimList } from '#features/claim-status/claim-list.tsx';

export function ClaimsPage() {
  return <ClaimList />;
}
