import { useEffect, useRef, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';

/** A spoken message: one button that plays and stops. Nothing else speaks meanwhile. */
export function VoiceNote({ url, seconds }: { url: string; seconds: number }) {
  const { t } = useWords('conversation');
  const [state, setState] = useState<'still' | 'playing' | 'broken'>('still');
  const sound = useRef<HTMLAudioElement | undefined>(undefined);
  useEffect(() => () => sound.current?.pause(), [url]);
  useEffect(() => {
    if (state !== 'playing') return undefined;
    return hush();
  }, [state]);
  const press = () => {
    if (state === 'playing') {
      sound.current?.pause();
      setState('still');
      return;
    }
    const audio = new Audio(url);
    audio.onended = () => setState('still');
    audio.onerror = () => setState('broken');
    sound.current = audio;
    setState('playing');
    audio.play().catch(() => setState('broken'));
  };
  return (
    <div className="said-voice">
      <p>{t('voice.note', { seconds })}</p>
      <Button icon={<Icon name={state === 'playing' ? 'stop' : 'play'} />} onPress={press}>
        {t(state === 'playing' ? 'voice.pause' : 'voice.play')}
      </Button>
      {state === 'broken' ? <p role="status">{t('voice.broken')}</p> : null}
    </div>
  );
}
