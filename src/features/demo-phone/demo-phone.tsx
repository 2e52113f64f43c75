import type { DemoMessage } from '#domain/api/message.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import './demo-phone.css';

/** How often new texts are looked for while the page is in view, ms. */
const EVERY_MS = 5_000;

/** The texts that the demo has sent, as the phone of the person would show them. */
export function DemoPhone() {
  const { t } = useWords('demo');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ messages: readonly DemoMessage[] }>('/api/demo/messages', {
    everyMs: EVERY_MS,
  });
  const isOff = isNotFound(load);
  return (
    <Page title={t('title')} lead={isOff ? t('off') : t('lead')}>
      {isOff ? null : (
        <Button icon={<Icon name="retry" />} onPress={reload}>
          {t('refresh')}
        </Button>
      )}
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' && !isOff ? (
        <LoadFailed {...failure(load.error)} onRetry={reload} />
      ) : null}
      {load.status === 'ready' ? (
        <>
          {load.isStale ? <Notice kind="warn">{common('failure.stale')}</Notice> : null}
          <Messages messages={load.data.messages} />
        </>
      ) : null}
    </Page>
  );
}

function Messages({ messages }: { messages: readonly DemoMessage[] }) {
  const { t } = useWords('demo');
  const dates = useDates();
  const newestFirst = [...messages].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <>
      {messages.length === 0 ? (
        <p>
          {t('empty')} {t('emptyHelp')}
        </p>
      ) : null}
      {/* There from the start, so that a text that arrives is read out. */}
      <div role="log" aria-label={t('title')}>
        <ol className="texts">
          {newestFirst.map(({ id, to, text, at }) => (
            <li key={id} className="text">
              <div className="text-from soft small">
                {t('to', { phone: to })} · <time dateTime={at}>{dates.moment(at)}</time>
              </div>
              <p className="text-bubble">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
