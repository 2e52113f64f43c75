import type { ServiceFigures as Figures } from '#domain/api/service-figures.ts';
import type { WaitFigures } from '#domain/api/staff-queue.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import './service-figures.css';

/** How soon people were answered, for everybody to read, by age group, equal to the log (H9). */
export function ServiceFigures() {
  const { t } = useWords('service');
  const { t: common } = useWords('common');
  const dates = useDates();
  const failure = useFailureWords();
  const { load, reload } = useLoad<Figures>('/api/service-figures');
  return (
    <Page title={t('title')} lead={t('lead')} back={{ href: '/human', label: t('back') }}>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <>
          <p>{t('since', { at: dates.moment(load.data.since) })}</p>
          <ul className="service-groups">
            {load.data.groups.map((group) => (
              <li key={group.ageBand}>
                <Group group={group} />
              </li>
            ))}
          </ul>
          <p className="soft">{t('how')}</p>
        </>
      ) : null}
    </Page>
  );
}

/** A group that nobody of asked says so, in place of rows of nothing. */
function Group({ group }: { group: WaitFigures }) {
  const { t } = useWords('service');
  const { ageBand, answered, abandoned, waiting } = group;
  const id = `service-${ageBand}`;
  return (
    <section className="service-group" aria-labelledby={id}>
      <h2 id={id}>{t(`group.${ageBand}`)}</h2>
      {answered + abandoned + waiting === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <SummaryList rows={rowsOf(group, t)} />
      )}
    </section>
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
