import { useStore } from 'zustand';
import { canCall } from '#platform/call/can-call.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { StaffBeside } from './staff-beside.tsx';
import { StaffRecording } from './staff-recording.tsx';
import type { KeptStaffCall } from './kept-staff-call.ts';
import { useSecondsSince } from './use-call.ts';
import { useOtherCall, useStaffCall } from './use-staff-call.ts';
import './call-beside.css';
import './call.css';

interface StaffCallProps {
  id: string;
  /** The customer's. */
  name: string;
  log: Log;
}

/** A call by voice beside a conversation, as staff make and take it. It goes on when its talk is left. */
export function StaffCall({ id, name, log }: StaffCallProps) {
  const kept = useStaffCall(id, name, log);
  return kept ? <CallCard kept={kept} log={log} /> : null;
}

function CallCard({ kept, log }: { kept: KeptStaffCall; log: Log }) {
  const { call } = kept;
  const { t } = useWords('staff-call');
  const view = useStore(call.store);
  const other = useOtherCall();
  const { phase, ending, since, isMuted } = view;
  const seconds = useSecondsSince(since);
  const isCalm = phase === 'idle' || phase === 'ended';
  return (
    <section aria-label={t('label')} className="staff-call" data-phase={phase}>
      <div role="status">
        {phase === 'ended' && ending ? (
          <p>
            {ending === 'unsupported' && view.isEndedHere
              ? t('unsupportedHere')
              : t(`ended.${ending}`)}
          </p>
        ) : null}
        {isCalm || phase === 'consent' ? null : <p>{t(`now.${phase}`)}</p>}
        {other ? <p>{t('other', { name: other })}</p> : null}
        {view.isBroken ? <p>{t('broken')}</p> : null}
        {isMuted ? <p>{t('muted')}</p> : null}
      </div>
      <div className="agent-buttons">
        {phase === 'talking' ? (
          <span className="call-clock">
            {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
          </span>
        ) : null}
        {isCalm && !other && canCall() ? (
          <Button icon={<Icon name="phone" />} onPress={call.call}>
            {t('call')}
          </Button>
        ) : null}
        {phase === 'incoming' ? (
          <>
            {other ? null : (
              <Button icon={<Icon name="phone" />} onPress={call.answer}>
                {t('answer')}
              </Button>
            )}
            <Button onPress={call.refuse}>{t('refuse')}</Button>
          </>
        ) : null}
        {view.needsTap ? <Button onPress={call.listen}>{t('needsTap')}</Button> : null}
        {phase === 'talking' ? (
          <Button icon={<Icon name="microphone" />} onPress={() => call.setMuted(!isMuted)}>
            {t(isMuted ? 'unmute' : 'mute')}
          </Button>
        ) : null}
        {isCalm || phase === 'incoming' ? null : (
          <Button kind="danger" onPress={call.hangUp}>
            {t(phase === 'preparing' || phase === 'calling' ? 'giveUp' : 'hangUp')}
          </Button>
        )}
      </div>
      <StaffRecording call={call} log={log} recorder={kept.recorder} />
      <StaffBeside call={call} view={view} />
    </section>
  );
}
