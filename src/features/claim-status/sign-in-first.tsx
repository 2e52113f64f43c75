import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Page } from '#ui/page/page.tsx';

/** Who is not signed in is told why it is needed, and comes back to this page. */
export function SignInFirst({ next }: { next: string }) {
  const { t } = useWords('status');
  return (
    <Page title={t('signIn.title')} lead={<Plain text={t('signIn.text')} />}>
      <LinkButton kind="main" href={`/sign-in?next=${next}`}>
        {t('signIn.go')}
      </LinkButton>
    </Page>
  );
}
