import { SignIn } from '#features/sign-in/sign-in.tsx';
import { nextPath } from '#platform/page/safe-path.ts';
import type { PageProps } from '../shell/routes.ts';

export function SignInPage({ onGo }: PageProps) {
  return <SignIn next={nextPath('/claims')} onGo={onGo} />;
}
