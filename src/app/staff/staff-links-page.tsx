import { StaffLinks } from '#features/staff-links/staff-links.tsx';
import type { PageProps } from '../shell/routes.ts';
import { StaffFrame, useToSignIn } from './staff-frame.tsx';

export function StaffLinksPage({ onGo }: PageProps) {
  return (
    <StaffFrame current="/staff/links" onGo={onGo}>
      <StaffLinks onSignedOut={useToSignIn(onGo)} />
    </StaffFrame>
  );
}
