import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Page } from '#ui/page/page.tsx';
import { Points } from '#ui/points/points.tsx';

/** Goes up with every change of what is said: a new one may have to be shown again (P-14). */
const VERSION = 3;
const SINCE = '2026-11-22';

/** The six things that the law wants said beforehand (P-17), in this order: who, what, why, how, how long, rights. */
const parts: readonly { id: string; points: readonly string[] }[] = [
  { id: 'who', points: ['first', 'second'] },
  { id: 'what', points: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] },
  { id: 'why', points: ['first', 'second', 'third'] },
  { id: 'how', points: ['first', 'second', 'third', 'fourth', 'fifth'] },
  { id: 'long', points: ['first', 'second', 'third'] },
  { id: 'rights', points: ['first', 'second', 'third', 'fourth', 'fifth'] },
];

/** What we hold about a person, plainly and on one page. */
export function Privacy() {
  const { t } = useWords('privacy');
  const dates = useDates();
  const { hotline } = pageFacts();
  // Only an insurer that records calls speaks of it.
  const { load } = useLoad<{ recordingDays?: number }>('/api/config');
  const days = load.status === 'ready' ? load.data.recordingDays : undefined;
  return (
    <Page title={t('title')} lead={<Plain text={t('lead')} />}>
      {parts.map(({ id, points }) => (
        <section key={id} className="stack-close" aria-labelledby={`privacy-${id}`}>
          <h2 id={`privacy-${id}`}>{t(`${id}.heading`)}</h2>
          <Points
            items={[
              ...points.map((point) => (
                <Plain key={point} text={t(`${id}.${point}`, { hotline })} />
              )),
              ...(id === 'what' && days !== undefined
                ? [<Plain key="calls" text={t('what.calls', { days })} />]
                : []),
            ]}
          />
        </section>
      ))}
      <p className="soft">{t('version', { version: VERSION, day: dates.day(SINCE) })}</p>
    </Page>
  );
}
