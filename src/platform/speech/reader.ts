import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReadingRate } from '#domain/speech/pace.ts';
import { isHushed, onHush } from './hush.ts';
import { CannotSpeakError, NeedsTapError, type Voice } from './voice.ts';

/** `blocked`: the browser wants a tap first. `cannot`: no way to speak worked. `ended`: read to the end. */
export type ReaderStatus =
  'idle' | 'preparing' | 'reading' | 'paused' | 'blocked' | 'ended' | 'cannot';

export interface ReaderState {
  status: ReaderStatus;
  /** The sentence being read or waiting to be, in `texts`; -1 when none. */
  index: number;
  texts: readonly string[];
  /** Sentences that no voice could say in this reading. */
  skipped: number;
}

export interface Reader {
  readonly state: StoreApi<ReaderState>;
  /** Reads these sentences from the first. Call it inside the person's tap. */
  start(texts: readonly string[], lng: string): void;
  /** Stops the sound and keeps the place. */
  pause(): void;
  /** Goes on at the beginning of the sentence that was cut off. */
  resume(): void;
  /** Stops the sound at once and forgets the place. */
  stop(): void;
  /** Says the present sentence again, at a speed that has just changed. */
  again(): void;
}

const nothing: ReaderState = { status: 'idle', index: -1, texts: [], skipped: 0 };
/** Clips that are brought while the present sentence is read. */
const AHEAD = 3;

/**
 * Reads sentence after sentence; each is offered to the voices in their order until one says it. A pause stops the
 * voice for good and begins the sentence anew, since on Android pausing is the same as cancelling (ocr-voice §5).
 */
export function createReader(voices: readonly Voice[], rate: () => ReadingRate): Reader {
  const state = createStore<ReaderState>()(() => nothing);
  let abort = new AbortController();
  let dumb = new Set<Voice>();
  let lng = 'zh-CN';
  let spoken = 0;

  function silence(): AbortSignal {
    abort.abort();
    abort = new AbortController();
    return abort.signal;
  }

  /** @returns whether a voice said it */
  async function say(text: string, signal: AbortSignal): Promise<boolean> {
    for (const voice of voices) {
      if (dumb.has(voice)) continue;
      try {
        await voice.speak(text, { lng, rate: rate(), signal });
        return true;
      } catch (error) {
        if (signal.aborted || !(error instanceof CannotSpeakError)) throw error;
        if (error.isForGood) dumb.add(voice);
      }
    }
    return false;
  }

  async function run(signal: AbortSignal): Promise<void> {
    const { texts } = state.getState();
    for (let i = Math.max(0, state.getState().index); i < texts.length; i += 1) {
      state.setState({ status: 'reading', index: i });
      for (const voice of voices) if (!dumb.has(voice)) voice.expect?.(texts.slice(i, i + AHEAD));
      const isSaid = await say(texts[i] ?? '', signal);
      if (isSaid) spoken += 1;
      else if (dumb.size === voices.length) {
        state.setState({ status: 'cannot', index: -1 });
        return;
      } else state.setState(({ skipped }) => ({ skipped: skipped + 1 }));
    }
    state.setState({ status: spoken > 0 ? 'ended' : 'cannot', index: -1 });
  }

  async function begin(signal: AbortSignal, isNew: boolean): Promise<void> {
    try {
      if (isNew) {
        const { texts } = state.getState();
        await Promise.all(voices.map((voice) => voice.prepare?.(texts, lng, signal)));
        if (signal.aborted) return;
      }
      await run(signal);
    } catch (error) {
      // Somebody stopped it, or began something else: that has set its own state.
      if (signal.aborted) return;
      state.setState(
        error instanceof NeedsTapError ? { status: 'blocked' } : { status: 'cannot', index: -1 },
      );
    }
  }

  const goOn = () => {
    if (isHushed()) return;
    for (const voice of voices) voice.unlock?.();
    const signal = silence();
    state.setState({ status: 'reading' });
    void begin(signal, false);
  };
  const pause = () => {
    const { status } = state.getState();
    if (status !== 'reading' && status !== 'preparing') return;
    silence();
    state.setState(({ index }) => ({ status: 'paused', index: Math.max(0, index) }));
  };
  // What is read aloud would be on the recording.
  onHush(pause);
  return {
    state,
    start(texts, inLng) {
      if (isHushed()) return;
      for (const voice of voices) voice.unlock?.();
      const signal = silence();
      lng = inLng;
      dumb = new Set();
      spoken = 0;
      state.setState({ status: 'preparing', index: -1, texts, skipped: 0 });
      void begin(signal, true);
    },
    pause,
    resume() {
      const { status } = state.getState();
      if (status === 'paused' || status === 'blocked') goOn();
    },
    stop() {
      silence();
      state.setState(nothing);
    },
    again() {
      if (state.getState().status === 'reading') goOn();
    },
  };
}
