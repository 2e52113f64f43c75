import { useEffect, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { useSession } from '#platform/session/session.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { SignOut, type SendKept } from './sign-out.tsx';

interface AccountProps {
  /** Sends first what is on this phone only. */
  sendKept?: SendKept;
}

/** Who is signed in on this device, and the way out: a phone is often handed around. */
export function Account({ sendKept }: AccountProps) {
  const { t } = useWords('settings');
  const { customer, refresh } = useSession();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    // Without an answer nothing is claimed here either way; the rest of the page works.
    refresh().catch(() => undefined);
  }, [refresh]);

  if (customer === undefined) return null;
  return (
    <section className="stack-close" aria-labelledby="account">
      <h2 id="account">{t('account.heading')}</h2>
      <div role="status">
        {isDone && !customer ? <Notice kind="good">{t('account.done')}</Notice> : null}
      </div>
      {customer ? (
        <>
          <p>
            <Plain
              text={t('account.signedIn', {
                name: customer.displayName,
                phone: customer.maskedPhone,
              })}
            />
          </p>
          <SignOut sendKept={sendKept} onDone={() => setDone(true)} />
        </>
      ) : (
        <>
          {isDone ? null : (
            <p>
              <Plain text={t('account.signedOut')} />
            </p>
          )}
          <LinkButton href="/sign-in?next=/settings">{t('account.signIn')}</LinkButton>
        </>
      )}
    </section>
  );
}
