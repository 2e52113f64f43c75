import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Page } from '#ui/page/page.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useWords('common');
  return (
    <Page title={t('notFound.title')} lead={t('notFound.what')}>
      <LinkButton kind="main" href="/">
        {t('notFound.home')}
      </LinkButton>
    </Page>
  );
}

/** For a page whose code did not arrive. */
export function OpenFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords('common');
  return (
    <Page title={t('openFailed.title')} lead={t('openFailed.what')}>
      <Button kind="main" onPress={onRetry}>
        {t('openFailed.retry')}
      </Button>
    </Page>
  );
}

/** For a page that failed while it was shown. */
export function Crashed({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords('common');
  return (
    <Page title={t('crashed.title')} lead={t('crashed.what')}>
      <Button kind="main" onPress={onRetry}>
        {t('crashed.retry')}
      </Button>
    </Page>
  );
}

/** While a page's code is on its way: what the prerendered shell shows on every other address. */
export function Opening() {
  const { t } = useWords('common');
  return <Page title={t('opening')}>{null}</Page>;
}
