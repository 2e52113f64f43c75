import { useStore } from 'zustand';
import { canCall } from '#platform/call/can-call.ts';
import { isKind } from '#domain/handoff/events.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import type { Call } from '#platform/call/call-view.ts';
import { StaffBeside } from './staff-beside.tsx';
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
  return kept ? <CallCard call={kept.call} log={log} /> : null;
}

function CallCard({ call, log }: { call: Call; log: Log }) {
  const { t } = useWords('staff-call');
  const view = useStore(call.store);
  const other = useOtherCall();
  const { phase, ending, since, isMuted } = view;
  const seconds = useSecondsSince(since);
  const { events } = useStore(log.store);
  const answered = [...events].reverse().find((event) => isKind(event, 'consent'));
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
        {phase === 'talking' && answered ? (
          <p>{t(answered.body.given === true ? 'recorded' : 'notRecorded')}</p>
        ) : null}
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
      <StaffBeside call={call} view={view} />
    </section>
  );
}
