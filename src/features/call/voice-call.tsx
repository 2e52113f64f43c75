import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { canCall } from '#platform/call/can-call.ts';
import type { Call, CallView } from '#platform/call/call-view.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { CallBeside } from './call-beside.tsx';
import { CallEnded } from './call-ended.tsx';
import { CustomerRecording } from './customer-recording.tsx';
import { endingWord } from './ending-word.ts';
import { RecordNotice } from './record-notice.tsx';
import { useKeptCall, useSecondsSince } from './use-call.ts';
import './call-beside.css';
import './call.css';

export interface VoiceCallProps {
  id: string;
  log: Log;
  /** Somebody of the staff is there. */
  isActive: boolean;
  /** Touched by the tap that brought this: it calls. */
  element?: HTMLAudioElement;
  onCallMe: () => void;
}

/** A call by voice as the customer sees it: a card in the page, never above it. It goes on when its page is left. */
export function VoiceCall({ id, log, element, ...props }: VoiceCallProps) {
  const call = useKeptCall(id, log, element);
  return call ? <CallCard call={call} {...props} /> : null;
}

type CallCardProps = Pick<VoiceCallProps, 'isActive' | 'onCallMe'> & { call: Call };

function CallCard({ call, isActive, onCallMe }: CallCardProps) {
  const { t } = useWords('call');
  const { t: talk } = useWords('conversation');
  const view = useStore(call.store);
  const { phase } = view;
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const hasTapped = useRef(false);
  useEffect(() => {
    if (phase !== 'idle' && phase !== 'incoming' && phase !== 'ended') hasTapped.current = true;
    // The button that was tapped is gone: whoever goes by keys or by ear stays here. A ring takes no focus.
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body;
    if (hasTapped.current && isLost && phase !== 'incoming')
      (heading.current ?? rest.current)?.focus({ preventScroll: true });
    if (phase !== 'incoming' && (!hasTapped.current || phase === 'idle')) return undefined;
    const bring = () => card.current?.scrollIntoView?.({ block: 'nearest' });
    bring();
    // Once more when what sticks at the bottom has made room for it.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(bring)));
    return () => cancelAnimationFrame(frame);
  }, [phase]);

  if (phase === 'idle')
    return isActive && canCall() ? (
      <div ref={rest} tabIndex={-1}>
        <Button isWide icon={<Icon name="phone" />} onPress={call.call}>
          {talk('talkHere')}
        </Button>
      </div>
    ) : null;
  return (
    <section ref={card} aria-label={talk('talkHere')} className="voice-call" data-phase={phase}>
      <div role="status">
        <h2 ref={heading} tabIndex={-1}>
          {phase === 'ended' ? t(`ended.${endingWord(view)}`) : t(`now.${phase}`)}
        </h2>
      </div>
      {phase === 'ended' ? (
        <CallEnded call={call} view={view} canAgain={isActive && canCall()} onCallMe={onCallMe} />
      ) : (
        <Now call={call} view={view} />
      )}
    </section>
  );
}

/** What is to be done in a call, one above the other and large. */
function Now({ call, view }: { call: Call; view: CallView }): ReactNode {
  const { t } = useWords('call');
  const hangUp = (label: string) => (
    <Button
      isWide
      className="call-large"
      kind="danger"
      icon={<Icon name="close" />}
      onPress={call.hangUp}
    >
      {label}
    </Button>
  );
  switch (view.phase) {
    case 'consent':
      return (
        <>
          <RecordNotice days={call.sides()?.recordingDays ?? 0} onAnswer={call.consent} />
          <Button isWide icon={<Icon name="close" />} onPress={call.hangUp}>
            {t('giveUp')}
          </Button>
        </>
      );
    case 'incoming':
      return (
        <>
          <p>{t('incomingThen')}</p>
          <Button
            kind="main"
            className="call-large"
            icon={<Icon name="phone" />}
            onPress={call.answer}
          >
            {t('answer')}
          </Button>
          <Button isWide className="call-large" icon={<Icon name="close" />} onPress={call.refuse}>
            {t('refuse')}
          </Button>
        </>
      );
    case 'talking':
      return <Talking call={call} view={view} />;
    case 'connecting':
      return (
        <>
          <p>{t('connectingThen')}</p>
          {hangUp(t('hangUp'))}
        </>
      );
    default:
      return (
        <>
          <p>{t(view.phase === 'calling' ? 'callingThen' : 'preparingThen')}</p>
          {hangUp(t('giveUp'))}
        </>
      );
  }
}

function Talking({ call, view }: { call: Call; view: CallView }) {
  const { t } = useWords('call');
  const seconds = useSecondsSince(view.since);
  return (
    <>
      <div className="call-time">
        {t('time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
      </div>
      <p role="status">{t(view.isBroken ? 'broken' : view.isMuted ? 'muted' : 'heard')}</p>
      {view.needsTap ? (
        <Button kind="main" icon={<Icon name="speak" />} onPress={call.listen}>
          {t('needsTap')}
        </Button>
      ) : null}
      <CustomerRecording />
      <div className="call-two">
        <Button
          isWide
          kind="danger"
          className="call-large"
          icon={<Icon name="close" />}
          onPress={call.hangUp}
        >
          {t('hangUp')}
        </Button>
        <Button
          isWide
          className="call-large"
          icon={<Icon name="microphone" />}
          onPress={() => call.setMuted(!view.isMuted)}
        >
          {t(view.isMuted ? 'unmute' : 'mute')}
        </Button>
      </div>
      <CallBeside call={call} view={view} />
    </>
  );
}
