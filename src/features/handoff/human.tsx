import { useWords } from '#platform/i18n/words.ts';
import { Page } from '#ui/page/page.tsx';

/** What happens after a tap on the human button, in three lines. The button itself stands where it always does. */
export function Human() {
  const { t } = useWords('human');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <h2>{t('how.heading')}</h2>
      <ol>
        <li>{t('how.first')}</li>
        <li>{t('how.second')}</li>
        <li>{t('how.third')}</li>
      </ol>
      <p>{t('hours')}</p>
    </Page>
  );
}
