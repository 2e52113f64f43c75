import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { OfflineError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { canCall } from '#platform/call/can-call.ts';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import type { Log, LogView } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import type { VoiceCallProps } from './voice-call.tsx';

export interface CallSlotProps {
  id: string;
  log: Log;
  view: LogView;
  /** Somebody of the staff is there. */
  isActive: boolean;
  /** A call-back instead. */
  onCallMe: () => void;
}

/** Whether the last that is known of a call is that somebody called: it may be ringing now. */
const isUnderWay = ({ events }: LogView): boolean =>
  [...events].reverse().find(({ kind }) => kind === 'call-offer' || kind === 'call-ended')?.kind ===
  'call-offer';

/** The place of a call in a conversation. All that carries one comes with the first tap, or with the first ring. */
export function CallSlot({ id, log, view, isActive, onCallMe }: CallSlotProps) {
  const { t } = useWords('conversation');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const [element, setElement] = useState<HTMLAudioElement>();
  const [part, setPart] = useState<{ VoiceCall: ComponentType<VoiceCallProps> }>();
  const [isFailed, setFailed] = useState(false);
  const isWanted = element !== undefined || isUnderWay(view);

  const bring = useCallback(() => {
    setFailed(false);
    Promise.all([import('./voice-call.tsx'), loadWords(['call'])]).then(
      ([{ VoiceCall }]) => setPart({ VoiceCall }),
      () => setFailed(true),
    );
  }, []);
  useEffect(() => {
    if (isWanted) bring();
  }, [isWanted, bring]);

  if (part)
    return (
      <part.VoiceCall id={id} log={log} isActive={isActive} element={element} onCallMe={onCallMe} />
    );
  if (element)
    return isFailed ? (
      <LoadFailed {...failure(new OfflineError('a call'))} onRetry={bring} />
    ) : (
      <Loading label={common('opening')} />
    );
  if (!isActive || !canCall()) return null;
  const begin = () => {
    // Inside the tap: what is played in it may sound later, when the rest is here.
    const touched = new Audio();
    touched.autoplay = true;
    touched.play().catch(() => undefined);
    setElement(touched);
  };
  return (
    <Button isWide icon={<Icon name="phone" />} onPress={begin}>
      {t('talkHere')}
    </Button>
  );
}
