import { useEffect } from 'react';
import { SignIn } from '#features/sign-in/sign-in.tsx';
import { nextPath } from '#platform/page/safe-path.ts';
import { watchOwner } from '#platform/storage/phone-vault.ts';
import type { PageProps } from '../shell/routes.ts';
import { WithGlossary } from '../shell/with-glossary.tsx';

export function SignInPage({ onGo }: PageProps) {
  // Somebody else signing in here finds nothing of whoever was here before.
  useEffect(() => void watchOwner(), []);
  return (
    <WithGlossary>
      <SignIn next={nextPath('/claims')} onGo={onGo} />
    </WithGlossary>
  );
}
