import type { ServiceFigures as Figures } from '#domain/api/service-figures.ts';
import type { WaitFigures } from '#domain/api/staff-queue.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import './service-figures.css';

/** The days that the server counts. */
const DAYS = 7;

/** How soon people were answered, for everybody to read, by age group, equal to the log (H9). */
export function ServiceFigures() {
  const { t } = useWords('service');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<Figures>('/api/service-figures');
  return (
    <Page title={t('title')} lead={t('lead')} back={{ href: '/human', label: t('back') }}>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <>
          <p>{t('since', { count: DAYS })}</p>
          <Groups groups={load.data.groups} />
          <p className="soft">{t('how')}</p>
        </>
      ) : null}
    </Page>
  );
}

/** A group of which nobody asked is left out: rows of nothing tell nothing. */
function Groups({ groups }: { groups: readonly WaitFigures[] }) {
  const { t } = useWords('service');
  const met = groups.filter(({ answered, abandoned, waiting }) => answered + abandoned + waiting);
  if (met.length === 0) return <p className="service-none">{t('none')}</p>;
  return (
    <ul className="service-groups">
      {met.map((group) => (
        <li key={group.ageBand}>
          <section className="service-group" aria-labelledby={`service-${group.ageBand}`}>
            <h2 id={`service-${group.ageBand}`}>{t(`group.${group.ageBand}`)}</h2>
            <SummaryList rows={rowsOf(group, t)} />
          </section>
        </li>
      ))}
    </ul>
  );
}

type Say = (key: string, values?: Record<string, unknown>) => string;

function rowsOf(group: WaitFigures, t: Say) {
  const people = (count: number) => t('people', { count });
  const share = (value: number | null) =>
    value === null ? undefined : t('inHundred', { count: Math.round(value * 100) });
  const known: readonly [string, string | undefined][] = [
    ['answered', people(group.answered)],
    ['median', group.medianSeconds === null ? undefined : waitOf(group.medianSeconds, t)],
    ['within15', share(group.within15)],
    ['within20', share(group.within20)],
    ['within30', share(group.within30)],
    ['waiting', people(group.waiting)],
    ['abandoned', people(group.abandoned)],
  ];
  return known.flatMap(([row, value]) =>
    value === undefined ? [] : [{ label: t(`rows.${row}`), value }],
  );
}

/** A time that the wait was below: whole seconds within two minutes, whole minutes beyond. */
function waitOf(seconds: number, t: Say): string {
  const below = Math.floor(seconds) + 1;
  return below <= 120
    ? t('seconds', { count: below })
    : t('minutes', { count: Math.ceil(below / 60) });
}
