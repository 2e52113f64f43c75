import type { QueueFigures, WaitFigures } from '#domain/api/staff-queue.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { AskedPlot, SharePlot } from './plots.tsx';
import { waitWords } from './wait-words.ts';

const EVERY_MS = 10_000;
const columns = [
  'group',
  'waiting',
  'longest',
  'answered',
  'median',
  'p90',
  'within15',
  'within20',
  'within30',
  'abandoned',
] as const;

const share = (value: number | null) => (value === null ? '–' : `${Math.round(value * 100)} %`);
const time = (seconds: number | null) => (seconds === null ? '–' : waitWords(seconds));

/** How long people wait, by age group: plots for looking, a table for reading. Never a target for staff (T/IAC 54-2025). */
export function Figures() {
  const { t } = useWords('staff-desk');
  const { t: common } = useWords('common');
  const dates = useDates();
  const failure = useFailureWords();
  const { load, reload } = useLoad<QueueFigures>('/api/staff/queue/figures', { everyMs: EVERY_MS });
  if (load.status === 'loading') return <Loading label={common('opening')} />;
  if (load.status === 'failed') return <LoadFailed {...failure(load.error)} onRetry={reload} />;
  const { groups, picked, quarters, since, available, slots } = load.data;
  const reasons = picked.reasons
    .filter(({ times }) => times > 0)
    .map(({ reason, times }) => t('figures.pickedWhy', { why: t(`pick.${reason}`), times }));
  return (
    <section aria-labelledby="figures" className="agent-part">
      <h2 id="figures">{t('figures.title')}</h2>
      <p>{t('figures.since', { at: dates.moment(since), available, slots })}</p>
      <p>
        {picked.times === 0
          ? t('figures.inOrder')
          : [t('figures.picked', picked), ...reasons].join(t('figures.between'))}
      </p>
      <div className="agent-plots">
        <SharePlot groups={groups} />
        <AskedPlot quarters={quarters} />
      </div>
      <DataTable
        caption={t('figures.title')}
        isCaptionHidden
        columns={columns.map((key, i) => ({ key, label: t(`figures.${key}`), isNumber: i > 0 }))}
        rows={groups.map((group) => ({ id: group.ageBand, cells: cellsOf(group, t) }))}
      />
    </section>
  );
}

function cellsOf(group: WaitFigures, t: (key: string) => string): Record<string, string> {
  return {
    group: t(`age.${group.ageBand}`),
    waiting: String(group.waiting),
    longest: waitWords(group.longestWaitSeconds),
    answered: String(group.answered),
    median: time(group.medianSeconds),
    p90: time(group.p90Seconds),
    within15: share(group.within15),
    within20: share(group.within20),
    within30: share(group.within30),
    abandoned: String(group.abandoned),
  };
}
