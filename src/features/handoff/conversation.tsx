import type { HelpRequest } from '#domain/api/help.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { telHref } from './human-help.tsx';
import './conversation.css';

/** How often the place is looked up while the page is in view, ms. */
const EVERY_MS = 10_000;

interface Events {
  lastSeq: number;
  events: readonly StreamEvent[];
}

/** One's place in the queue, kept up to date; the telephone large beside it, because it needs no waiting here. */
export function Conversation({ id }: { id: string }) {
  const { t } = useWords('human');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const current = useLoad<HelpRequest | undefined>('/api/help-requests/current', {
    everyMs: EVERY_MS,
  });
  const events = useLoad<Events>(`/api/conversations/${encodeURIComponent(id)}/events`, {
    everyMs: EVERY_MS,
  });
  const { hotline } = pageFacts();

  const request = current.load.status === 'ready' ? current.load.data : undefined;
  const isCurrent = request?.conversationId === id;
  const isStale = current.load.status === 'ready' && current.load.isStale;
  const reload = () => {
    current.reload();
    events.reload();
  };

  const content = () => {
    if (isCurrent) return <Place request={request} />;
    // Neither can say anything yet: the one that failed is the one to try again.
    const failed = [current.load, events.load].find(
      (load) => load.status === 'failed' && !isNotFound(load),
    );
    if (failed?.status === 'failed')
      return <LoadFailed {...failure(failed.error)} onRetry={reload} />;
    if (isNotFound(events.load)) return <Notice kind="warn">{t('conversation.gone')}</Notice>;
    if (current.load.status === 'loading' || events.load.status === 'loading') {
      return <Loading label={common('opening')} />;
    }
    const hasEnded =
      events.load.status === 'ready' &&
      events.load.data.events.some(({ kind }) => kind === 'closed');
    return <Notice kind="info">{t(hasEnded ? 'conversation.closed' : 'conversation.gone')}</Notice>;
  };
  return (
    <Page title={t('conversation.title')}>
      {isStale ? <Notice kind="warn">{common('failure.stale')}</Notice> : null}
      <div className="stack-close">{content()}</div>
      <LinkButton kind="main" href={telHref(hotline)} icon={<Icon name="phone" />}>
        {common('help.hotline', { hotline })}
      </LinkButton>
      <LinkButton href="/">{common('homeLink')}</LinkButton>
    </Page>
  );
}

function Place({ request }: { request: HelpRequest }) {
  const { t } = useWords('human');
  const { state, position, waitSeconds } = request;
  if (state === 'closed') return <Notice kind="info">{t('conversation.closed')}</Notice>;
  if (state === 'active') return <Notice kind="good">{t('conversation.active')}</Notice>;
  const minutes = waitSeconds && {
    low: Math.max(1, Math.round(waitSeconds.low / 60)),
    high: Math.max(1, Math.round(waitSeconds.high / 60)),
  };
  return (
    <>
      <Notice kind="good">{t('conversation.accepted')}</Notice>
      <div className="conversation-place" role="status">
        {position <= 1 ? t('conversation.next') : t('conversation.position', { position })}
      </div>
      <p>{minutes ? t('conversation.wait', minutes) : t('conversation.waitUnknown')}</p>
      <p>{t('conversation.keep')}</p>
    </>
  );
}
