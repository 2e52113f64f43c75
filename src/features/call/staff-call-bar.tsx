import { useRef } from 'react';
import { useStore } from 'zustand';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { useStuckHeight } from '#ui/layout/use-stuck-height.ts';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { isTooTall } from './bar-room.ts';
import { keptStaffCall, type KeptStaffCall } from './kept-staff-call.ts';
import './call-bar.css';

/** On every staff page but the talk itself while a call goes on: with whom, and the ways to it and out of it. Takes no focus. */
export function StaffCallBar() {
  const away = useStore(keptStaffCall, (state) => state.away);
  return away ? <Bar {...away} /> : null;
}

function Bar({ id, name, call }: KeptStaffCall) {
  const { t } = useWords('staff-call');
  const view = useStore(call.store);
  const { phase, ending, isMuted } = view;
  const box = useRef<HTMLElement>(null);
  useStuckHeight(box, '--call-bar-height', isTooTall);

  /** What was pressed goes: whoever works by keys is on the page again. */
  const close = () => {
    call.hangUp();
    call.dismiss();
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  };
  const isEnded = phase === 'ended';
  const now = t(view.isBroken ? 'broken' : `now.${phase}`);
  const isOurs = ending === 'unsupported' && view.isEndedHere;
  const said = isEnded ? t(isOurs ? 'unsupportedHere' : `ended.${ending}`) : now;
  return (
    <section ref={box} aria-label={t('bar.label')} className="call-bar" data-phase={phase}>
      <p role="status">
        {t('bar.with', { name })} {said}
        {isMuted && !isEnded ? ` ${t('muted')}` : null}
      </p>
      <div className="call-bar-ways">
        <LinkButton href={`/staff/queue/${id}`}>{t('bar.back')}</LinkButton>
        {phase === 'incoming' ? (
          <>
            <Button icon={<Icon name="phone" />} onPress={call.answer}>
              {t('answer')}
            </Button>
            <Button onPress={call.refuse}>{t('refuse')}</Button>
          </>
        ) : null}
        {view.needsTap ? <Button onPress={call.listen}>{t('needsTap')}</Button> : null}
        {phase === 'talking' ? (
          <Button icon={<Icon name="microphone" />} onPress={() => call.setMuted(!isMuted)}>
            {t(isMuted ? 'unmute' : 'mute')}
          </Button>
        ) : null}
        {isEnded ? (
          <Button icon={<Icon name="close" />} onPress={close}>
            {t('bar.close')}
          </Button>
        ) : null}
        {isEnded || phase === 'incoming' ? null : (
          <Button kind="danger" onPress={close}>
            {t(phase === 'preparing' || phase === 'calling' ? 'giveUp' : 'hangUp')}
          </Button>
        )}
      </div>
    </section>
  );
}
