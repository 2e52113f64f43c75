import { StaffClaimList } from '#features/staff-claims/staff-claim-list.tsx';
import type { PageProps } from '../shell/routes.ts';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

export function StaffClaimsPage({ onGo }: PageProps) {
  return (
    <StaffFrame current="/staff/claims" onGo={onGo}>
      <StaffClaimList onSignedOut={useToSignIn(onGo)} />
    </StaffFrame>
  );
}
