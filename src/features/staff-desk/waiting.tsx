import type { QueueRow, StaffQueue } from '#domain/api/staff-queue.ts';
import type { TakeReason } from '#domain/handoff/take-reasons.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { Button } from '#ui/button/button.tsx';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Pick } from './pick.tsx';
import type { PlaceName } from './place-name.ts';
import { useAct } from './use-act.ts';
import { useFocusLost } from './use-focus-kept.ts';
import { waitWords } from './wait-words.ts';

/** How often the queue is looked up while the page is in view, ms; the stream tells of everything that calls for somebody. */
const EVERY_MS = 5000;
const columns = ['place', 'who', 'where', 'waited', 'why', 'take'] as const;

interface WaitingProps {
  placeName: PlaceName;
  /** Beside a talk there is room for a list only. */
  isNarrow: boolean;
  onTaken: (conversationId: string) => void;
}

/** Who waits, in the order in which they are served, and why they stand there. */
export function Waiting({ placeName, isNarrow, onTaken }: WaitingProps) {
  const { t } = useWords('staff-desk');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const act = useAct();
  const { load, reload } = useLoad<StaffQueue>('/api/staff/queue', { everyMs: EVERY_MS });
  const List = isNarrow ? Lines : Rows;
  // Somebody else took the one whose button had the focus: whoever works by keys goes on in the queue.
  const { place: heading, part } = useFocusLost<HTMLHeadingElement>();
  const take = async (conversationId?: string, reason?: TakeReason) => {
    const done = await act.post<{ conversationId: string }>(
      '/api/staff/queue/take',
      conversationId ? { conversationId, ...(reason ? { reason } : {}) } : {},
    );
    reload();
    if (done?.answer) onTaken(done.answer.conversationId);
  };
  return (
    <section aria-labelledby="waiting" className="agent-part" {...part}>
      <h2 id="waiting" ref={heading} tabIndex={-1}>
        {t('waiting.title')}
      </h2>
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <>
          {load.isStale ? <Notice kind="warn">{common('failure.stale')}</Notice> : null}
          {load.data.nextId ? (
            <Button kind="main" isPending={act.isBusy} onPress={() => void take()}>
              {t('waiting.takeNext')}
            </Button>
          ) : null}
          <List
            requests={load.data.requests.filter(({ state }) => state === 'waiting')}
            placeName={placeName}
            nextId={load.data.nextId}
            onTake={(id, reason) => void take(id, reason)}
          />
        </>
      ) : null}
    </section>
  );
}

interface ListProps {
  requests: readonly QueueRow[];
  placeName: PlaceName;
  nextId?: string;
  onTake: (id: string, reason?: TakeReason) => void;
}

function Lines({ requests, placeName, nextId, onTake }: ListProps) {
  const { t } = useWords('staff-desk');
  if (requests.length === 0) return <p className="soft">{t('waiting.empty')}</p>;
  return (
    <ol className="agent-list">
      {requests.map((request) => (
        <li key={request.conversationId} className="agent-wait">
          <div>
            {request.customerName ?? t('anonymous')} · {t(`age.${request.ageBand}`)} ·{' '}
            {waitWords(request.why.waitedSeconds)}
          </div>
          <div className="soft">{placeName(request)}</div>
          <Pick request={request} isNext={request.conversationId === nextId} onTake={onTake} />
        </li>
      ))}
    </ol>
  );
}

function Rows({ requests, placeName, nextId, onTake }: ListProps) {
  const { t } = useWords('staff-desk');
  const dates = useDates();
  const why = ({ why: { creditSeconds }, needs }: QueueRow) =>
    [
      creditSeconds > 0 ? t('waiting.credit', { count: Math.round(creditSeconds / 60) }) : '',
      ...needs.map((need) => t(`needs.${need.replace(':', '-')}`)),
    ]
      .filter(Boolean)
      .join('；');
  return (
    <DataTable
      caption={t('waiting.title')}
      isCaptionHidden
      columns={columns.map((key) => ({ key, label: t(`waiting.columns.${key}`) }))}
      empty={t('waiting.empty')}
      rows={requests.map((request) => ({
        id: request.conversationId,
        cells: {
          place: request.notBefore
            ? t('waiting.at', { at: dates.moment(request.notBefore) })
            : t('waiting.place', { position: request.position }),
          who: (
            <>
              {request.customerName ?? t('anonymous')} {request.maskedPhone}{' '}
              <Tag>{t(`age.${request.ageBand}`)}</Tag>
              {request.wants === 'call' ? <Tag>{t('wants.call')}</Tag> : null}
            </>
          ),
          where: [
            placeName(request),
            t(`modes.${request.mode === 'senior' ? 'senior' : 'standard'}`),
          ].join(' · '),
          waited: waitWords(request.why.waitedSeconds),
          why: request.offeredToName
            ? t('waiting.offered', { name: request.offeredToName })
            : why(request) || t('waiting.inTurn'),
          take: (
            <Pick request={request} isNext={request.conversationId === nextId} onTake={onTake} />
          ),
        },
      }))}
    />
  );
}
