import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useWords } from '#platform/i18n/words.ts';
import { forgetRecording } from '#platform/recorder/kept-recording.ts';
import { canRecord } from '#platform/recorder/recorder.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Points } from '#ui/points/points.tsx';
import { RecordedMedia } from '#ui/recording/recording.tsx';
import { usePlayer } from '#ui/recording/use-player.ts';
import { HeardText } from './heard-text.tsx';
import { Running } from './running.tsx';
import { SentStatement, type Sent } from './sent-statement.tsx';
import { statementStoreOf, type StatementState } from './statement-store.ts';
import { useLength } from './use-length.ts';
import './statement.css';

export interface StatementProps {
  /** Under which what is being recorded lies on this phone. */
  slot: string;
  /** The recording that was taken, and where it truly is. */
  sent?: Sent;
  onUse: (file: File) => void;
  onRemove: () => void;
  onRetry: () => void;
  text?: string;
  onText: (text: string) => void;
  onOpen: (isOpen: boolean) => void;
  pressed: number;
  onClose: () => void;
}

/**
 * A statement in one's own voice (E6): what it is for, one big button, how long, played back, again or taken. Nothing
 * leaves the phone before "use this one".
 */
export function Statement(props: StatementProps) {
  const { slot, sent, onUse, onRemove, onRetry, text, onText, onOpen, pressed, onClose } = props;
  const { t } = useWords('statement');
  const store = statementStoreOf(slot);
  const state = useStore(store);
  const { stage, open, record, stop, drop, handOver, ended } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = () => heading.current?.focus();
  // What was found beside one that was taken is that one's pieces.
  const isMaking = stage !== 'idle' && !(ended === 'found' && stage === 'recorded' && sent);
  const isSent = sent?.state === 'received';

  useEffect(() => {
    void open();
  }, [open]);
  useEffect(() => onOpen(isMaking), [isMaking, onOpen]);
  useEffect(() => {
    if (isSent && !isMaking) forgetRecording(slot).catch(() => undefined);
  }, [isSent, isMaking, slot]);
  useEffect(
    () => () => {
      onOpen(false);
      store.getState().stop();
    },
    [store, onOpen],
  );
  const lastPressed = useRef(pressed);
  useEffect(() => {
    if (pressed !== lastPressed.current) heading.current?.focus();
    lastPressed.current = pressed;
  }, [pressed]);

  return (
    <section className="statement" aria-labelledby={`statement-${slot}`}>
      <h2 id={`statement-${slot}`} ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      {pressed > 0 && isMaking ? (
        <Notice kind="warn" isStatus>
          {t(stage === 'recorded' ? 'decide' : 'stopFirst')}
        </Notice>
      ) : null}
      {sent && !isMaking ? (
        <>
          <SentStatement
            sent={sent}
            onRetry={onRetry}
            onAgain={() => void record(state.kind)}
            onRemove={() => {
              onRemove();
              drop();
              toHeading();
            }}
          />
          {isSent && sent.documentId && text === undefined ? (
            <HeardText documentId={sent.documentId} onText={onText} />
          ) : null}
          <Trouble state={state} />
        </>
      ) : (
        <Making
          state={state}
          onRecord={(kind) => void record(kind)}
          onStop={stop}
          onUse={(file) => {
            onUse(file);
            handOver();
            toHeading();
          }}
          onDrop={() => {
            drop();
            toHeading();
          }}
          onClose={onClose}
        />
      )}
    </section>
  );
}

interface MakingProps {
  state: StatementState;
  onRecord: (kind: StatementState['kind']) => void;
  onStop: () => void;
  onUse: (file: File) => void;
  onDrop: () => void;
  onClose: () => void;
}

/** Before, while and after recording: the big button stays one and the same, so focus and finger stay on it. */
function Making({ state, onRecord, onStop, onUse, onDrop, onClose }: MakingProps) {
  const { t } = useWords('statement');
  const { stage, kind, url, file, seconds, ended } = state;
  const inWords = useLength();
  const player = usePlayer(url, hush);
  const isVideo = kind === 'video';
  const other = isVideo ? 'audio' : 'video';
  const big = {
    idle: { word: t('record'), icon: isVideo ? 'video' : 'microphone', act: () => onRecord(kind) },
    asking: { word: t('asking'), icon: 'wait', act: () => undefined },
    recording: { word: t('stop'), icon: 'stop', act: onStop },
    recorded: {
      word: player.isPlaying ? t('pause') : t(isVideo ? 'watch' : 'listen'),
      icon: player.isPlaying ? 'stop' : 'play',
      act: player.toggle,
    },
  } as const;
  const { word, icon, act } = big[stage];
  return (
    <>
      {stage === 'idle' ? (
        <Points
          items={['why', 'limit', 'who', 'where'].map((key) => (
            <Plain key={key} text={t(`notice.${key}`)} />
          ))}
        />
      ) : null}
      {stage === 'recording' ? <Running state={state} /> : null}
      <div role="status" className="statement-news">
        {stage === 'recorded' && ended ? (
          <p>{t(`ended.${ended}`, { length: inWords(seconds) })}</p>
        ) : null}
      </div>
      {stage === 'recorded' && url ? (
        <RecordedMedia player={player} url={url} isVideo={isVideo} label={t('picture')} />
      ) : null}
      {player.hasFailed ? (
        <Notice kind="info" isStatus>
          {t('cannotPlay')}
        </Notice>
      ) : null}
      <Trouble state={state} />
      <Button
        className="statement-big"
        isWide
        isPending={stage === 'asking'}
        icon={<Icon name={icon} />}
        onPress={act}
      >
        {word}
      </Button>
      {stage === 'recorded' && file ? (
        <>
          <Button isWide icon={<Icon name="check" />} onPress={() => onUse(file)}>
            {t('use')}
          </Button>
          <Button isWide icon={<Icon name="retry" />} onPress={() => onRecord(kind)}>
            {t('again')}
          </Button>
          <Button isWide icon={<Icon name="remove" />} onPress={onDrop}>
            {t('drop')}
          </Button>
        </>
      ) : null}
      {stage === 'idle' ? (
        <div className="statement-others">
          {canRecord(other) ? (
            <Button
              icon={<Icon name={isVideo ? 'microphone' : 'video'} />}
              onPress={() => onRecord(other)}
            >
              {t(isVideo ? 'rather.audio' : 'rather.video')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('close')}</Button>
        </div>
      ) : null}
    </>
  );
}

/** What is wrong with the microphone or the phone's room, and what to do. */
function Trouble({ state: { trouble, isUnkept, stage } }: Pick<MakingProps, 'state'>) {
  const { t } = useWords('statement');
  return (
    <>
      {trouble ? (
        <Notice kind="warn" isStatus>
          <Plain text={t(`trouble.${trouble}`)} />
        </Notice>
      ) : null}
      {isUnkept && stage !== 'idle' ? (
        <Notice kind="warn" isStatus>
          {t('unkept')}
        </Notice>
      ) : null}
    </>
  );
}
