import { useRef, type ReactNode } from 'react';
import type { ConversationContext } from '#domain/api/staff-queue.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isNotFound, useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { About, type AboutSlots } from './about.tsx';
import { Figures } from './figures.tsx';
import { LeftCallbacks } from './left-callbacks.tsx';
import { Mine } from './mine.tsx';
import { Offers } from './offers.tsx';
import { PresenceBar } from './presence-bar.tsx';
import { Talk } from './talk.tsx';
import { useAttention } from './use-attention.ts';
import { useDesk } from './use-desk.ts';
import { useFocusLed } from './use-focus-led.ts';
import { Waiting } from './waiting.tsx';
import './staff-desk.css';

interface StaffDeskProps extends AboutSlots {
  /** The conversation that is open; none: the queue alone. */
  openId?: string;
  onGo: (path: string) => void;
  onSignedOut: () => void;
  /** Another part of the product beside a talk, such as a call. */
  besideTalk?: (log: Log, customerName: string) => ReactNode;
  /** What is left of its calls, also when it is over or somebody else's. */
  afterTalk?: (log: Log) => ReactNode;
}

/** The desk of who answers: who is next and why, one's own conversations, and all that is known about the one in hand. */
export function StaffDesk({ openId, onGo, onSignedOut, ...slots }: StaffDeskProps) {
  const { t } = useWords('staff-desk');
  const { desk, isLost } = useDesk(onSignedOut);
  const { load: me } = useLoad<StaffMember>('/api/staff/me');
  const unread = desk?.conversations.reduce((sum, one) => sum + one.unread, 0) ?? 0;
  const sound = useAttention(unread + (desk?.offers.length ?? 0));
  const goTo = (conversationId: string) => onGo(`/staff/queue/${conversationId}`);
  const isSupervisor = me.status === 'ready' && me.data.role === 'supervisor';
  return (
    <Page title={t('title')} focusKey="desk">
      <div role="status">{isLost ? <Notice kind="warn">{t('lost')}</Notice> : null}</div>
      {desk ? (
        <PresenceBar presence={desk.presence} isSoundOn={sound.isOn} onSound={sound.setOn} />
      ) : null}
      <div className="agent-desk" data-open={openId ? '' : undefined}>
        <div className="agent-side">
          {desk ? (
            <>
              <Offers offers={desk.offers} placeName={slots.placeName} onTaken={goTo} />
              <Mine conversations={desk.conversations} openId={openId} />
            </>
          ) : null}
          <Waiting placeName={slots.placeName} isNarrow={openId !== undefined} onTaken={goTo} />
          {isSupervisor ? <LeftCallbacks /> : null}
        </div>
        {openId ? <Open key={openId} id={openId} {...slots} /> : null}
      </div>
      {isSupervisor && !openId ? <Figures /> : null}
    </Page>
  );
}

/** How often it is looked whether the customer has filled in more, ms. */
const LOOK_MS = 10_000;

function Open({
  id,
  besideTalk,
  afterTalk,
  ...slots
}: AboutSlots & Pick<StaffDeskProps, 'besideTalk' | 'afterTalk'> & { id: string }) {
  const { t } = useWords('staff-desk');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<ConversationContext>(
    `/api/staff/conversations/${encodeURIComponent(id)}`,
    // What the customer fills in is no event of the talk.
    { everyMs: LOOK_MS },
  );
  if (load.status === 'loading') return <Loading label={common('opening')} />;
  if (isNotFound(load)) return <Gone />;
  if (load.status === 'failed') return <LoadFailed {...failure(load.error)} onRetry={reload} />;
  const context = load.data;
  return (
    <>
      <Talk
        conversationId={id}
        customerName={context.customerName || t('anonymous')}
        isMine={context.isMine}
        onChanged={reload}
        beside={besideTalk}
        after={afterTalk}
      />
      <About context={context} onChanged={reload} {...slots} />
    </>
  );
}

/** Instead of a talk that was handed on: whoever worked in it goes on from here. */
function Gone() {
  const { t } = useWords('staff-desk');
  const place = useRef<HTMLDivElement>(null);
  useFocusLed(place, true);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="warn">{t('gone')}</Notice>
    </div>
  );
}
