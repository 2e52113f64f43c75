import { ChooseClaim } from '#features/claim-flow/choose-claim.tsx';

export function ChooseClaimPage() {
  return <ChooseClaim />;
}
