import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { StateCard } from '#ui/state-card/state-card.tsx';
import { useStatusWords } from './claim-words.ts';
import { draftPath } from './draft-path.ts';
import { pictureOf } from './pictures.ts';

interface OpenDraft {
  id: string;
  flow: string;
  version: number;
  updatedAt: string;
}

/** What was begun and not sent, to go on with. A draft without a single answer is none. */
export function OpenDrafts() {
  const { t } = useWords('status');
  const words = useStatusWords();
  const dates = useDates();
  const { load } = useLoad<{ drafts: readonly OpenDraft[] }>('/api/drafts');
  // Without an answer none is shown: "make a claim" finds them too.
  const drafts = load.status === 'ready' ? load.data.drafts.filter((one) => one.version > 1) : [];
  if (drafts.length === 0) return null;
  return (
    <section className="stack-close" aria-labelledby="drafts">
      <h2 id="drafts">{t('list.draftsHeading')}</h2>
      <ul className="job-list">
        {drafts.map(({ id, flow, updatedAt }) => (
          <li key={id}>
            <StateCard
              href={draftPath(flow)}
              picture={pictureOf(flow)}
              title={words.kind(flow)}
              state={t('list.draft')}
              kind="warn"
              text={t('list.draftText', { day: dates.day(updatedAt) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
