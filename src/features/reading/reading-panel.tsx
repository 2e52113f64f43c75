import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { useReadingRate } from '#platform/speech/reading-settings.ts';
import type { Voice } from '#platform/speech/voice.ts';
import { Button } from '#ui/button/button.tsx';
import { Dock } from '#ui/dock/dock.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import type { LineKind } from './collect-lines.ts';
import { createPageReader, type PageWords } from './page-reader.ts';
import { rateNames } from './rate-names.ts';
import './reading.css';
import { createVoices } from './voices.ts';

export interface ReadingPanelProps {
  /** The page's path: another page stops the reading. */
  path: string;
  onClose: () => void;
  /** Other voices than this browser's and this server's, for tests. */
  voices?: readonly Voice[];
}

/**
 * Start, pause, stop, slower, faster (L5, L6). Begins to read as soon as it appears, since it appears by a tap on
 * "read this page". When nothing can speak it says so and offers the hotline.
 */
export function ReadingPanel({ path, onClose, voices }: ReadingPanelProps) {
  const { t, lng } = useWords('reading');
  const { mode } = useDisplay();
  const { rate, setRate, slower, faster } = useReadingRate();
  const rateNow = useRef(rate);
  const [reader] = useState(() =>
    createPageReader(voices ?? createVoices(), () => rateNow.current),
  );
  const { status, skipped } = useStore(reader.state);
  const [atEnd, setAtEnd] = useState<'slowest' | 'fastest'>();

  const words = useMemo<PageWords>(
    () => ({ lng, say: (kind: LineKind) => t(`kinds.${kind}`), end: t('end') }),
    [t, lng],
  );
  const start = useCallback(() => reader.start(words), [reader, words]);

  // Another page, language or mode has other words: what is being said is no longer there.
  const begunFor = useRef('');
  const shown = `${path} ${lng} ${mode}`;
  useEffect(() => {
    if (begunFor.current === '') start();
    else if (begunFor.current !== shown) reader.stop();
    begunFor.current = shown;
  }, [reader, shown, start]);
  useEffect(() => () => reader.stop(), [reader]);
  useEffect(() => reader.watch(words), [reader, words]);
  useEffect(() => {
    if (rateNow.current === rate) return;
    rateNow.current = rate;
    reader.again();
  }, [reader, rate]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') reader.stop();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [reader]);

  const change = (to: typeof slower, end: 'slowest' | 'fastest') => {
    setAtEnd(to === undefined ? end : undefined);
    if (to !== undefined) setRate(to);
  };
  const isSpeaking = status === 'reading' || status === 'preparing';
  const isWaiting = status === 'paused' || status === 'blocked';
  const isOn = isSpeaking || isWaiting;
  const state = status === 'ended' && skipped > 0 ? 'endedSkipped' : status;
  const said =
    status === 'cannot'
      ? t('cannot.what')
      : t(`state.${atEnd ?? state}`, { rate: t(`rates.${rateNames[rate]}`) });
  const first = isSpeaking
    ? { word: 'pause', act: reader.pause }
    : isWaiting
      ? { word: 'resume', act: reader.resume }
      : {
          word: status === 'cannot' ? 'retry' : status === 'ended' ? 'again' : 'start',
          act: start,
        };
  const { hotline } = pageFacts();
  return (
    <Dock label={t('label')}>
      <p className="dock-text" role="status">
        {said}
      </p>
      {status === 'cannot' ? (
        <LinkButton href={telHref(hotline)} icon={<Icon name="phone" />}>
          {t('cannot.call')} {hotline}
        </LinkButton>
      ) : null}
      <div className="dock-buttons">
        <Button onPress={first.act}>{t(first.word)}</Button>
        <Button onPress={isOn ? reader.stop : onClose}>{t(isOn ? 'stop' : 'close')}</Button>
        {status === 'cannot' ? null : (
          <>
            <Button onPress={() => change(slower, 'slowest')}>{t('slower')}</Button>
            <Button onPress={() => change(faster, 'fastest')}>{t('faster')}</Button>
          </>
        )}
      </div>
    </Dock>
  );
}
