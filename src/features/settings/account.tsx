import { useEffect, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { useSession } from '#platform/session/session.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';

type Ending = 'none' | 'pending' | 'done' | 'failed';

/** Who is signed in on this device, and the way out: a phone is often handed around. */
export function Account() {
  const { t } = useWords('settings');
  const { customer, refresh, signOut } = useSession();
  const [ending, setEnding] = useState<Ending>('none');
  useEffect(() => {
    // Without an answer nothing is claimed here either way; the rest of the page works.
    refresh().catch(() => undefined);
  }, [refresh]);

  const end = async () => {
    setEnding('pending');
    try {
      await signOut();
      setEnding('done');
    } catch {
      // Signing out is only ever said when the server has done it.
      setEnding('failed');
    }
  };
  if (customer === undefined) return null;
  return (
    <section className="stack-close" aria-labelledby="account">
      <h2 id="account">{t('account.heading')}</h2>
      <div role="status">
        {ending === 'done' ? <Notice kind="good">{t('account.done')}</Notice> : null}
        {ending === 'failed' ? <Notice kind="warn">{t('account.failed')}</Notice> : null}
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
          <Button onPress={() => void end()} isPending={ending === 'pending'}>
            {t(ending === 'pending' ? 'account.signingOut' : 'account.signOut')}
          </Button>
        </>
      ) : (
        <>
          {ending === 'done' ? null : (
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
