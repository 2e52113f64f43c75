import { StaffSignIn } from '#features/staff-sign-in/staff-sign-in.tsx';
import { nextPath } from '#platform/page/safe-path.ts';
import type { PageProps } from '../shell/routes.ts';
import { StaffFrame } from './staff-frame.tsx';

const FIRST = '/staff/queue';

export function StaffSignInPage({ onGo }: PageProps) {
  const wanted = nextPath(FIRST);
  return (
    <StaffFrame onGo={onGo}>
      <StaffSignIn next={wanted.startsWith('/staff/') ? wanted : FIRST} onGo={onGo} />
    </StaffFrame>
  );
}
