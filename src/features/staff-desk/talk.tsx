import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { holdStaffLog, staffLog } from '#platform/log/held-log.ts';
import type { Log } from '#platform/log/log.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { EndTalk } from './end-talk.tsx';
import { HandOn } from './hand-on.tsx';
import { TalkEvent } from './talk-event.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useFocusLed } from './use-focus-led.ts';
import { Write } from './write.tsx';

interface TalkProps {
  conversationId: string;
  customerName: string;
  /** This member is the one in it: others read. */
  isMine: boolean;
  /** Something about it was changed: what stands beside it is to be looked at anew. */
  onChanged: () => void;
  /** Another part of the product beside the talk, such as a call. */
  beside?: (log: Log, customerName: string) => ReactNode;
  /** What is left of calls, for whoever may read the talk, also when it is over. */
  after?: (log: Log) => ReactNode;
}

/** One conversation as staff hold it: what was said and happened, and what to do with it. */
export function Talk({
  conversationId,
  customerName,
  isMine,
  onChanged,
  beside,
  after,
}: TalkProps) {
  const { t } = useWords('staff-desk');
  const [log] = useState(() => staffLog(conversationId));
  const view = useStore(log.store);
  useEffect(() => holdStaffLog(conversationId, log), [conversationId, log]);

  // What is new is looked at while the page is; the customer sees that it was read.
  const { lastSeq } = view;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') log.read(lastSeq);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [log, lastSeq]);

  // Whatever happens to the conversation itself changes what stands beside it.
  const kinds = view.events.filter(({ kind }) => kind !== 'message' && kind !== 'place').length;
  const changed = useRef(onChanged);
  changed.current = onChanged;
  useEffect(() => changed.current(), [kinds]);

  const isOver = view.state === 'closed';
  const heading = useFocusKept<HTMLHeadingElement>(isMine && !isOver);
  useFocusLed(heading);
  return (
    <section aria-labelledby="talk" className="agent-part agent-talk">
      <h2 id="talk" ref={heading} tabIndex={-1}>
        {t('talk.title', { name: customerName })}
      </h2>
      <div role="status">
        {view.link !== 'live' ? <Notice kind="warn">{t(`link.${view.link}`)}</Notice> : null}
        {view.end ? <Notice kind="warn">{t(`end.${view.end}`)}</Notice> : null}
      </div>
      {isMine && !isOver ? beside?.(log, customerName) : null}
      <Lines conversationId={conversationId} log={log} />
      {view.isOtherTyping ? <p className="soft">{t('talk.typing')}</p> : null}
      {isOver ? <Notice kind="info">{t('talk.over')}</Notice> : null}
      {after?.(log)}
      {isMine && !isOver ? (
        <>
          <Write log={log} />
          <div className="agent-buttons">
            <HandOn conversationId={conversationId} onDone={onChanged} />
            <EndTalk conversationId={conversationId} onDone={onChanged} />
          </div>
        </>
      ) : null}
    </section>
  );
}

/** So many of the last lines are drawn at first: the box to write in stays near, and a long talk slows nothing down. */
const DRAWN = 30;

function Lines({ conversationId, log }: { conversationId: string; log: Log }) {
  const { t } = useWords('staff-desk');
  const { events, receipts, sending } = useStore(log.store);
  const [drawn, setDrawn] = useState(DRAWN);
  return (
    <>
      {events.length > drawn ? (
        <Button onPress={() => setDrawn(drawn + DRAWN)}>{t('talk.earlier')}</Button>
      ) : null}
      <div role="log" aria-label={t('talk.label')}>
        <ol className="agent-lines-of-talk">
          {events.slice(-drawn).map((event) => (
            <TalkEvent
              key={event.seq}
              conversationId={conversationId}
              event={event}
              receipts={receipts}
            />
          ))}
          {sending.map(({ clientId, body, state, refused }) => (
            <li key={clientId} className="agent-said" data-mine="">
              <div className="agent-bubble">
                {typeof body.text === 'string' ? body.text : t('talk.file')}
              </div>
              <div className="soft">{t(`sending.${state}`)}</div>
              {state === 'refused' ? (
                <>
                  {refused?.detail ? <p>{refused.detail}</p> : null}
                  <div className="agent-buttons">
                    <Button onPress={() => void log.again({ clientId })}>
                      {t('sending.again')}
                    </Button>
                    <Button onPress={() => void log.drop(clientId)}>{t('sending.drop')}</Button>
                  </div>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
