import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { keptCall, type KeptCall } from './kept-call.ts';
import { RecordNotice } from './record-notice.tsx';
import { useAnswer, useRecordingNow, type RecordingNow } from './use-recording.ts';
import './recording.css';

/** In a call: the question whether it may be recorded, and while it is a way to stop it. Nothing where nobody asked. */
export function CustomerRecording() {
  const kept = useStore(keptCall, (state) => state.kept);
  return kept ? <OfCall key={kept.id} kept={kept} /> : null;
}

function OfCall({ kept }: { kept: KeptCall }) {
  const { t } = useWords('recording');
  const now = useRecordingNow(kept.log, kept.call);
  const { state, answer } = useAnswer(kept.id);
  const box = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const step = stepOf(now);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    // The button that was tapped is gone: whoever goes by keys or by ear stays here. A question takes no focus.
    const { activeElement } = document;
    if (step !== 'asked' && (!activeElement || activeElement === document.body))
      line.current?.focus({ preventScroll: true });
    // What stood here was taller: the answer to a tap is seen, not scrolled away with it.
    if (step !== 'none' && step !== 'ended') box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [step]);
  const tell = (isGiven: boolean) => now && answer(now.callId, isGiven);

  return (
    <div ref={box} className="recording-of-call" data-step={step}>
      <div role="status">
        {step === 'none' ? null : (
          <p ref={line} tabIndex={-1} className="recording-line">
            {t(`now.${step}`)}
          </p>
        )}
        {state === 'failed' ? <p>{t('failed')}</p> : null}
      </div>
      {step === 'asked' && now?.recordingDays ? (
        <RecordNotice days={now.recordingDays} isPending={state === 'sending'} onAnswer={tell} />
      ) : null}
      {step === 'on' ? (
        <Button
          isWide
          icon={<Icon name="stop" />}
          isPending={state === 'sending'}
          onPress={() => tell(false)}
        >
          {t('stop')}
        </Button>
      ) : null}
      {step === 'stopped' && now ? <KeepOrNot id={kept.id} callId={now.callId} /> : null}
    </div>
  );
}

/** What there is to say now. Who never was asked, or said no, is told nothing more about it. */
function stepOf(now: RecordingNow | undefined) {
  if (!now || now.state === 'none') return 'none';
  if (now.isRemoved) return 'removed';
  if (now.state === 'asked') return now.recordingDays ? 'asked' : 'none';
  if (now.state === 'on' || now.state === 'refused') return now.state;
  return now.yes && now.end?.by === 'customer' ? 'stopped' : now.yes ? 'ended' : 'none';
}

/** After a stop: whether what was recorded before it stays. Without an answer it does, as it was agreed to. */
function KeepOrNot({ id, callId }: { id: string; callId: string }) {
  const { t } = useWords('recording');
  const [state, setState] = useState<'open' | 'sending' | 'failed' | 'kept'>('open');
  const remove = async () => {
    setState('sending');
    try {
      await api.delete(`/api/conversations/${encodeURIComponent(id)}/recordings/${callId}`);
    } catch {
      setState('failed');
    }
  };
  if (state === 'kept') return <p>{t('kept')}</p>;
  return (
    <>
      <p>{t('removeOrNot')}</p>
      {state === 'failed' ? <p role="alert">{t('failed')}</p> : null}
      <div className="call-two">
        <Button isWide isPending={state === 'sending'} onPress={() => void remove()}>
          {t('remove')}
        </Button>
        <Button isWide onPress={() => setState('kept')}>
          {t('keep')}
        </Button>
      </div>
    </>
  );
}

/** The same on the other pages, in few words: that it is recorded and a way to stop it, or that somebody has asked. */
export function RecordingInBar({ kept }: { kept: KeptCall }) {
  const { t } = useWords('recording');
  const now = useRecordingNow(kept.log, kept.call);
  const { state, answer } = useAnswer(kept.id);
  const step = stepOf(now);
  return (
    <div className="recording-in-bar">
      <div role="status">
        {step === 'asked' || step === 'on' ? <p>{t(`bar.${step}`)}</p> : null}
        {state === 'failed' ? <p>{t('failed')}</p> : null}
      </div>
      {step === 'on' && now ? (
        <Button
          isWide
          icon={<Icon name="stop" />}
          isPending={state === 'sending'}
          onPress={() => answer(now.callId, false)}
        >
          {t('stop')}
        </Button>
      ) : null}
    </div>
  );
}
