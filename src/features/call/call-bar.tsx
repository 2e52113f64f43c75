import { useRef } from 'react';
import { useStore } from 'zustand';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { useStuckHeight } from '#ui/layout/use-stuck-height.ts';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { isTooTall } from './bar-room.ts';
import { RecordingInBar } from './customer-recording.tsx';
import { endingWord } from './ending-word.ts';
import { keptCall, type KeptCall } from './kept-call.ts';
import './call-bar.css';

/** On every page but its own while a call goes on: where it is, and a way to end it. Takes no focus. */
export function CallBar() {
  const { kept, isAway } = useStore(keptCall);
  return kept && isAway ? <Bar kept={kept} /> : null;
}

function Bar({ kept }: { kept: KeptCall }) {
  const { id, call } = kept;
  const { t } = useWords('call');
  const view = useStore(call.store);
  const { phase } = view;
  const box = useRef<HTMLElement>(null);
  useStuckHeight(box, '--call-bar-height', isTooTall);

  /** What was tapped goes: whoever goes by keys or by ear is on the page again. */
  const close = () => {
    call.hangUp();
    call.dismiss();
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  };
  const isEnded = phase === 'ended';
  const isBegun = phase === 'talking' || phase === 'connecting';
  return (
    <section
      ref={box}
      aria-label={t('bar.label')}
      className="call-bar"
      data-phase={phase}
      data-not-read=""
    >
      <p role="status">
        {isEnded
          ? t(`ended.${endingWord(view)}`)
          : view.isBroken
            ? t('broken')
            : t(`now.${phase === 'idle' ? 'talking' : phase}`)}
      </p>
      {phase === 'talking' ? <RecordingInBar kept={kept} /> : null}
      <div className="call-bar-ways">
        <LinkButton href={`/human/${id}`}>{t(isEnded ? 'bar.see' : 'bar.back')}</LinkButton>
        {isEnded ? (
          <Button icon={<Icon name="close" />} onPress={close}>
            {t('close')}
          </Button>
        ) : phase === 'incoming' ? (
          <Button icon={<Icon name="close" />} onPress={call.refuse}>
            {t('refuse')}
          </Button>
        ) : (
          <Button kind="danger" icon={<Icon name="close" />} onPress={close}>
            {t(isBegun ? 'hangUp' : 'giveUp')}
          </Button>
        )}
      </div>
    </section>
  );
}
