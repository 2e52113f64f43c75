import { useEffect, useRef, useState } from 'react';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { useWords } from '#platform/i18n/words.ts';
import {
  beginRecording,
  RecorderError,
  type RecorderTrouble,
  type RunningRecording,
} from '#platform/recorder/recorder.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';

/** Less than this, s, is a tap by mistake. */
const LEAST_S = 1;

interface RecordNoteProps {
  onDone: (sound: Blob, seconds: number) => void;
  /** The tap was made before this part was here. */
  beginsAtOnce?: boolean;
}

/** A voice note: one tap begins, one tap ends and sends. Nothing has to be held down. */
export function RecordNote({ onDone, beginsAtOnce = false }: RecordNoteProps) {
  const { t } = useWords('conversation');
  const [seconds, setSeconds] = useState<number>();
  const [trouble, setTrouble] = useState<RecorderTrouble | 'short'>();
  const running = useRef<RunningRecording | undefined>(undefined);
  const isWanted = useRef(true);
  const isRecording = seconds !== undefined;

  const isGone = useRef(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      isWanted.current = false;
      running.current?.stop();
    };
  }, []);
  useEffect(() => {
    if (!isRecording) return undefined;
    const unhush = hush();
    const began = Date.now();
    const timer = setInterval(() => {
      const passed = Math.min(
        handoffLimits.voiceNoteSeconds,
        Math.floor((Date.now() - began) / 1000),
      );
      setSeconds(passed);
      if (passed >= handoffLimits.voiceNoteSeconds) running.current?.stop();
    }, 500);
    return () => {
      clearInterval(timer);
      unhush();
    };
  }, [isRecording]);

  const begin = async () => {
    setTrouble(undefined);
    isWanted.current = true;
    const pieces: Blob[] = [];
    const began = Date.now();
    try {
      running.current = await beginRecording('audio', {
        onPiece: (piece) => pieces.push(piece),
        onEnd: () => {
          setSeconds(undefined);
          const type = running.current?.type ?? '';
          running.current = undefined;
          if (!isWanted.current) return;
          const length = Math.round((Date.now() - began) / 1000);
          if (pieces.length === 0 || length < LEAST_S) setTrouble('short');
          else
            onDone(
              new Blob(pieces, { type }),
              Math.min(handoffLimits.voiceNoteSeconds, Math.max(1, length)),
            );
        },
      });
      // The page may have gone while the phone asked whether it may listen.
      if (isGone.current) running.current.stop();
      else setSeconds(0);
    } catch (error) {
      setTrouble(error instanceof RecorderError ? error.trouble : 'cannot');
    }
  };
  const atOnce = useRef(beginsAtOnce);
  useEffect(() => {
    if (atOnce.current) void begin();
    atOnce.current = false;
  });
  const end = (isKept: boolean) => {
    isWanted.current = isKept;
    running.current?.stop();
  };

  if (isRecording)
    return (
      <div className="record-note">
        <div className="record-note-time">{t('voice.recording', { seconds })}</div>
        <div className="soft">{t('voice.most')}</div>
        <Button isWide kind="main" icon={<Icon name="stop" />} onPress={() => end(true)}>
          {t('voice.stop')}
        </Button>
        <Button isWide icon={<Icon name="remove" />} onPress={() => end(false)}>
          {t('voice.cancel')}
        </Button>
      </div>
    );
  return (
    <>
      <Button isWide icon={<Icon name="microphone" />} onPress={() => void begin()}>
        {t('voice.record')}
      </Button>
      {trouble ? (
        <Notice kind="warn" isStatus>
          {t(`voice.${trouble}`)}
        </Notice>
      ) : null}
    </>
  );
}
