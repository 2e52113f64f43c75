import { SignIn } from '#features/sign-in/sign-in.tsx';
import { nextPath } from '#platform/page/safe-path.ts';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SignInPage({ onGo }: PageProps) {
  return (
    <WithGlossary>
      <SignIn next={nextPath('/claims')} onGo={onGo} />
    </WithGlossary>
  );
}
