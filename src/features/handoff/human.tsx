import type { ReactNode } from 'react';
import { hoursInWords, readHours } from '#domain/handoff/hours-text.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Page } from '#ui/page/page.tsx';
import { Points } from '#ui/points/points.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';

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
      <HumanHours />
      {children}
      <p>
        <TextLink href="/service">{t('figures')}</TextLink>
      </p>
    </Page>
  );
}

/** When people are there, as the insurer has configured it; the prerendered page has the sentence from the server. */
function HumanHours() {
  const { t } = useWords('human');
  const { humanHours } = pageFacts();
  const hours = readHours(humanHours);
  if (!hours) return <p>{humanHours}</p>;
  const { kind, from, to } = hoursInWords(hours);
  return <p>{t(`hours.${kind}`, { from, to })}</p>;
}
