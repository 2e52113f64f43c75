import type { ReactNode } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { Page } from '#ui/page/page.tsx';
import { Points } from '#ui/points/points.tsx';

/**
 * What happens after a tap on the human button, in three lines. The button itself stands where it always does.
 * @param children a call-back, once its code is here
 */
export function Human({ children }: { children?: ReactNode }) {
  const { t } = useWords('human');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <h2>{t('how.heading')}</h2>
      <Points isNumbered items={[t('how.first'), t('how.second'), t('how.third')]} />
      <p>{t('hours')}</p>
      {children}
    </Page>
  );
}
