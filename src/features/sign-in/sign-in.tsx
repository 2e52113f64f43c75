import { useState } from 'react';
import { CodeStep } from './code-step.tsx';
import { forgetPendingPhone, keepPendingPhone, pendingPhone } from './pending-phone.ts';
import { PhoneStep } from './phone-step.tsx';

interface SignInProps {
  /** Where to go once signed in: a path of this site. */
  next: string;
  onGo: (path: string, options?: { replace?: boolean }) => void;
}

/** Phone, then code, then back to where one was. No password, nothing to remember (W-3.3.8). */
export function SignIn({ next, onGo }: SignInProps) {
  const [phone, setPhone] = useState(() => pendingPhone() ?? '');
  const [isSent, setSent] = useState(() => phone !== '');

  if (!isSent) {
    return (
      <PhoneStep
        phone={phone}
        onSent={(sentTo) => {
          keepPendingPhone(sentTo);
          setPhone(sentTo);
          setSent(true);
        }}
      />
    );
  }
  return (
    <CodeStep
      phone={phone}
      onOtherPhone={() => {
        forgetPendingPhone();
        setSent(false);
      }}
      onSignedIn={() => {
        forgetPendingPhone();
        onGo(next, { replace: true });
      }}
    />
  );
}
