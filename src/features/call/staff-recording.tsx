import { useStore } from 'zustand';
import type { Call } from '#platform/call/call-view.ts';
import type { Recorder } from '#platform/call/record-staff.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { useRecordingNow } from './use-recording.ts';

interface StaffRecordingProps {
  call: Call;
  log: Log;
  recorder: Recorder;
}

/** In a call, as staff see it: to ask for a recording once, whether one is made, and to stop it. */
export function StaffRecording({ call, log, recorder }: StaffRecordingProps) {
  const { t } = useWords('staff-recording');
  const now = useRecordingNow(log, call);
  const { isRecording, isFailing, hasFailed } = useStore(recorder.store);
  const phase = useStore(call.store, (view) => view.phase);
  const isTalking = phase === 'talking';
  const state = now?.state ?? 'none';
  const said = () => {
    if (hasFailed) return t('lost');
    if (isRecording) return t(isFailing ? 'failing' : 'on');
    if (now?.isRemoved) return t('removed');
    if (state === 'asked') return t('asked');
    if (state === 'refused') return t('refused');
    return state === 'ended' && now?.yes ? t(`ended.${now.end?.by ?? 'call'}`) : null;
  };
  const canAsk = isTalking && state === 'none' && now?.recordingDays !== undefined;
  const words = isTalking ? said() : null;
  return (
    <>
      <div role="status">{words ? <p>{words}</p> : null}</div>
      {canAsk && !recorder.canRecord ? <p>{t('cannot')}</p> : null}
      {(canAsk && recorder.canRecord) || isRecording ? (
        <div className="agent-buttons">
          {isRecording ? (
            <Button icon={<Icon name="stop" />} onPress={recorder.stop}>
              {t('stop')}
            </Button>
          ) : (
            <Button icon={<Icon name="microphone" />} onPress={recorder.ask}>
              {t('ask')}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}
