import { useEffect } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Page } from '#ui/page/page.tsx';

interface SignInWaitsProps {
  backHref: string;
  onRetry: () => void;
}

/** The next question needs to know who this is, and without a signal nobody can say: told, and tried again by itself. */
export function SignInWaits({ backHref, onRetry }: SignInWaitsProps) {
  const { t } = useWords('offline');
  const { t: claims } = useWords('claims');
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <Page
      title={t('signIn.title')}
      lead={<Plain text={t('signIn.what')} />}
      back={{ href: backHref, label: claims('back') }}
    >
      <Button kind="main" onPress={onRetry}>
        {t('signIn.retry')}
      </Button>
    </Page>
  );
}
