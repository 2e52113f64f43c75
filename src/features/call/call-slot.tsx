import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import { OfflineError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useStore } from 'zustand';
import { canCall } from '#platform/call/can-call.ts';
import { loadWords, useWords } from '#platform/i18n/words.ts';
import type { Log, LogView } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { keptCall } from './kept-call.ts';
import type { VoiceCallProps } from './voice-call.tsx';

export interface CallSlotProps {
  id: string;
  log: Log;
  view: LogView;
  /** Somebody of the staff is there. */
  isActive: boolean;
  /** A call-back instead. */
  onCallMe: () => void;
  /** What stands on the other pages while a call goes on. */
  onBar: (Bar: ComponentType) => void;
}

/** Whether the last that is known of a call is that somebody called: it may be ringing now. */
const isUnderWay = ({ events }: LogView): boolean =>
  [...events].reverse().find(({ kind }) => kind === 'call-offer' || kind === 'call-ended')?.kind ===
  'call-offer';

/** The place of a call in a conversation. All that carries one comes with the first tap, or with the first ring. */
export function CallSlot({ id, log, view, isActive, onCallMe, onBar }: CallSlotProps) {
  const { t } = useWords('conversation');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const [element, setElement] = useState<HTMLAudioElement>();
  const [part, setPart] = useState<{ VoiceCall: ComponentType<VoiceCallProps> }>();
  const [isFailed, setFailed] = useState(false);
  const isKept = useStore(keptCall, ({ kept }) => kept?.id === id);
  const isWanted = element !== undefined || isKept || isUnderWay(view);
  const barTo = useRef(onBar);

  const bring = useCallback(() => {
    setFailed(false);
    Promise.all([
      import('./voice-call.tsx'),
      import('./call-bar.tsx'),
      loadWords(['call', 'recording']),
    ]).then(
      ([{ VoiceCall }, { CallBar }]) => {
        barTo.current(CallBar);
        setPart({ VoiceCall });
      },
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
