import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { HelpRequest } from '#domain/api/help.ts';
import { api, OfflineError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log, LogView } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { Band } from './band.tsx';
import { Callback } from './callback.tsx';
import { Speak } from './speak.tsx';
import { SendPhoto } from './send-photo.tsx';
import { standingOf } from './standing.ts';
import { TalkList } from './talk-list.tsx';
import type { NoteLine, SaidLine } from './talk-lines.ts';
import { useCallbackCard } from './use-callback-card.ts';
import { useConversation } from './use-conversation.ts';
import { useRoom } from './use-room.ts';
import { useTalk } from './use-talk.ts';
import { Writing } from './writing.tsx';
import './conversation.css';

/** What other parts of the product may put into a conversation: a call by voice, a proposal to say yes to. */
export interface ConversationParts {
  log: Log;
  view: LogView;
  isActive: boolean;
  /** "Call me": the telephone where this page is not enough. */
  onCallMe: () => void;
}

export interface ConversationProps {
  id: string;
  onGo: (path: string) => void;
  /** Between the words and the writing place: a voice call. */
  call?: (parts: ConversationParts) => ReactNode;
  /** Under a line that tells of something: a proposal. */
  beside?: (note: NoteLine, parts: ConversationParts) => ReactNode;
}

/** A person to talk to: the place while one waits, then the talk itself. Whatever breaks, the telephone stands in the help bar. */
export function Conversation({ id, ...props }: ConversationProps) {
  const { t } = useWords('conversation');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const now = useConversation(id);
  const { view, log } = now;

  const content = () => {
    if (view.end === 'signed-out')
      return (
        <>
          <Notice kind="warn">{t('signedOut')}</Notice>
          <LinkButton kind="main" href={`/sign-in?next=${encodeURIComponent(`/human/${id}`)}`}>
            {t('signIn')}
          </LinkButton>
        </>
      );
    if (view.end === 'gone') return <Notice kind="warn">{t('gone')}</Notice>;
    if (!view.isLoaded)
      return view.link === 'live' ? (
        <Loading label={common('opening')} />
      ) : (
        <LoadFailed {...failure(new OfflineError(id))} onRetry={log.reopen} />
      );
    return <TheTalk id={id} now={now} {...props} />;
  };
  return (
    <Page title={t('title')} focusKey={id}>
      {content()}
      <LinkButton isWide href="/">
        {common('homeLink')}
      </LinkButton>
    </Page>
  );
}

interface TheTalkProps extends ConversationProps {
  now: ReturnType<typeof useConversation>;
}

function TheTalk({ id, now, onGo, call, beside }: TheTalkProps) {
  const { t } = useWords('conversation');
  const { log, view, request, movedAt, lookAgain } = now;
  const talk = useTalk(view);
  const room = useRoom();
  const { isAtEnd, toEnd } = room;
  const toEndByTap = () => toEnd(true);
  const card = useCallbackCard(movedAt, lookAgain);
  const [failed, setFailed] = useState(false);
  const [isPending, setPending] = useState(false);

  const standing = standingOf(view.events, view.state, request);
  const isClosed = standing.phase === 'closed';
  const isActive = standing.phase === 'active' || standing.phase === 'agent-lost';
  const parts = { log, view, isActive, onCallMe: () => void card.askNow() };

  // Whoever was at the end stays there; whoever reads above is told and not moved.
  const follows = useRef(true);
  useEffect(() => {
    follows.current = isAtEnd;
  }, [isAtEnd]);
  const hasTalk = useRef(talk.count > 3);
  useEffect(() => {
    if (hasTalk.current) toEnd();
  }, [toEnd]);
  useEffect(() => {
    if (follows.current && talk.news.length > 0) toEnd();
  }, [talk.news.length, talk.count, toEnd]);

  const [seenTo, setSeenTo] = useState(0);
  useEffect(() => {
    const look = () => {
      if (!isAtEnd || document.visibilityState !== 'visible') return;
      log.read(view.lastSeq);
      setSeenTo(view.lastSeq);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [isAtEnd, log, view.lastSeq]);
  const hasNewBelow = !isAtEnd && talk.news.some(({ seq = 0 }) => seq > seenTo);

  const act = async (work: () => Promise<void>) => {
    setPending(true);
    setFailed(false);
    try {
      await work();
      lookAgain();
    } catch {
      setFailed(true);
    }
    setPending(false);
  };
  const reopen = () =>
    act(async () => {
      const answer = await api.post<HelpRequest>(
        `/api/conversations/${encodeURIComponent(id)}/reopen`,
        {},
      );
      if (answer.conversationId !== id) onGo(`/human/${answer.conversationId}`);
      else await log.again({ code: 'conversation-closed' });
    });
  const leave = () =>
    act(() =>
      api.post(`/api/conversations/${encodeURIComponent(id)}/close`, {
        reason: isActive ? 'done' : 'left',
      }),
    );
  const again = (line: SaidLine) =>
    void (line.refused?.code === 'conversation-closed' && isClosed
      ? reopen()
      : log.again({ clientId: line.key }));
  const say = (text: string) => void log.send('message', { text }).then(toEndByTap);

  const why = request?.isOpen === false ? 'shut' : request?.offersCallback ? 'wait' : undefined;
  const offers = isActive || isClosed ? undefined : why;
  const callback = <Callback card={card} why={offers} isAskedElsewhere={!offers && !isClosed} />;
  return (
    <>
      <Band standing={standing} request={request} />
      {standing.mergedInto ? (
        <LinkButton isWide kind="main" href={`/human/${standing.mergedInto}`}>
          {t('band.toMerged')}
        </LinkButton>
      ) : isClosed ? (
        <Button
          isWide
          kind="main"
          icon={<Icon name="person" />}
          isPending={isPending}
          onPress={() => void reopen()}
        >
          {t('reopen')}
        </Button>
      ) : null}
      {offers ? callback : null}
      {view.isOutboxKept || view.sending.length === 0 ? null : (
        <Notice kind="warn">{t('write.page')}</Notice>
      )}
      <div className="talk-place">
        <TalkList
          talk={talk}
          log={log}
          filesAt={`/api/conversations/${encodeURIComponent(id)}/files`}
          onAgain={again}
          beside={beside && ((note) => beside(note, parts))}
        />
        <div ref={room.end} />
      </div>
      <div ref={room.above} className="talk-call">
        {call?.(parts)}
      </div>
      {isClosed ? null : (
        <>
          <Writing
            id={id}
            log={log}
            view={view}
            isActive={isActive}
            place={room.writing}
            hasNewBelow={hasNewBelow}
            onToEnd={toEndByTap}
            onSent={toEndByTap}
          />
          <div className="talk-ways">
            <div role="group" aria-label={t('quick.label')} className="talk-quick">
              <Button onPress={() => say(t('quick.fine'))}>{t('quick.fine')}</Button>
              <Button onPress={() => say(t('quick.unclear'))}>{t('quick.unclear')}</Button>
              <Button onPress={() => void card.askNow()}>{t('quick.call')}</Button>
            </div>
            <SendPhoto log={log} onSent={toEndByTap} />
            <Speak
              onDone={(sound, seconds) => void log.sendFile(sound, { seconds }).then(toEndByTap)}
            />
            {offers ? null : callback}
          </div>
        </>
      )}
      {failed ? (
        <Notice kind="warn" isStatus>
          {t('leave.failed')}
        </Notice>
      ) : null}
      {isClosed ? null : (
        <Button
          isWide
          icon={<Icon name="close" />}
          isPending={isPending}
          onPress={() => void leave()}
        >
          {t(isActive ? 'leave.active' : 'leave.waiting')}
        </Button>
      )}
    </>
  );
}
