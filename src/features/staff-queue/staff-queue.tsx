import type { StaffHelpRequest } from '#domain/api/staff.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad, useSignedOut } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { Tag } from '#ui/tag/tag.tsx';

/** How often the queue is looked up while the page is in view, ms. */
const EVERY_MS = 10_000;

const columns = ['place', 'who', 'where', 'mode', 'since', 'asked'] as const;

interface StaffQueueProps {
  onSignedOut: () => void;
  /** Where the customer was when they asked, in words: the app knows the pages and the questions. */
  placeName: (request: Pick<StaffHelpRequest, 'page' | 'flow' | 'step'>) => string;
}

/** Who waits for a person, in the order in which they are served. */
export function StaffQueue({ onSignedOut, placeName }: StaffQueueProps) {
  const { t } = useWords('staff');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ requests: readonly StaffHelpRequest[] }>('/api/staff/queue', {
    everyMs: EVERY_MS,
  });
  useSignedOut(load, onSignedOut);
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <>
          {load.isStale ? <Notice kind="warn">{common('failure.stale')}</Notice> : null}
          <Requests requests={load.data.requests} placeName={placeName} />
        </>
      ) : null}
    </Page>
  );
}

function Requests({
  requests,
  placeName,
}: Pick<StaffQueueProps, 'placeName'> & { requests: readonly StaffHelpRequest[] }) {
  const { t } = useWords('staff');
  const dates = useDates();
  return (
    <DataTable
      caption={t('queue.title')}
      isCaptionHidden
      columns={columns.map((key) => ({ key, label: t(`queue.${key}`) }))}
      empty={t('queue.empty')}
      rows={requests.map((request) => ({
        id: request.conversationId,
        cells: {
          place:
            request.state === 'active' ? (
              <Tag kind="good">{t('queue.active')}</Tag>
            ) : (
              t('queue.placeNumber', { position: request.position })
            ),
          who: [request.customerName ?? t('queue.anonymous'), request.maskedPhone]
            .filter(Boolean)
            .join(' '),
          where: placeName(request),
          mode: t(request.mode === 'senior' ? 'queue.modes.senior' : 'queue.modes.standard'),
          since: dates.moment(request.enqueuedAt),
          asked: t('queue.times', { count: request.asked }),
        },
      }))}
    />
  );
}
