import { clipRate, type ReadingRate } from '#domain/speech/pace.ts';
import type { ClipSource } from './clip-source.ts';
import { CannotSpeakError, NeedsTapError, StoppedError, stopIfAsked, type Voice } from './voice.ts';

/** A clip lies in memory when it is played: one that has not begun by now will not. */
const START_WITHIN_MS = 4000;
/** No sentence is longer than this. */
const LONGEST_MS = 90_000;

/** A moment of silence: WAV, mono, 8 kHz, eight samples. */
function silence(): Blob {
  const bytes = new Uint8Array(44 + 8);
  const view = new DataView(bytes.buffer);
  const put = (at: number, text: string) =>
    [...text].forEach((sign, i) => view.setUint8(at + i, sign.charCodeAt(0)));
  put(0, 'RIFF');
  view.setUint32(4, 36 + 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  put(36, 'data');
  view.setUint32(40, 8, true);
  bytes.fill(128, 44);
  return new Blob([bytes], { type: 'audio/wav' });
}

/** Plays sounds one after the other through one element: what was allowed to sound once may sound again. */
export interface Player {
  /** Inside a tap: lets the element sound later, when the clip has come. */
  unlock(): void;
  play(
    url: string,
    text: string,
    options: { rate: ReadingRate; isChinese: boolean; signal: AbortSignal },
  ): Promise<void>;
}

/** A player over one audio element, which is made at the first tap. */
export function createPlayer(makeAudio: () => HTMLAudioElement = () => new Audio()): Player {
  let audio: HTMLAudioElement | undefined;
  return {
    unlock() {
      if (audio) return;
      audio = makeAudio();
      audio.src = URL.createObjectURL(silence());
      // Refused: then the clip itself is refused too, and the person is asked for a tap.
      audio.play().catch(() => undefined);
    },
    play: (url, text, { rate, isChinese, signal }) =>
      new Promise<void>((resolve, reject) => {
        const element = (audio ??= makeAudio());
        let timer = setTimeout(() => fail('did not start'), START_WITHIN_MS);
        const finish = (end: () => void) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          element.onloadedmetadata = element.onplaying = element.onended = element.onerror = null;
          end();
        };
        const fail = (why: string) => finish(() => reject(new CannotSpeakError(why)));
        const onAbort = () =>
          finish(() => {
            element.pause();
            reject(new StoppedError());
          });
        signal.addEventListener('abort', onAbort);
        element.onloadedmetadata = () => {
          element.playbackRate = clipRate(text, element.duration, rate, isChinese);
        };
        element.onplaying = () => {
          clearTimeout(timer);
          timer = setTimeout(() => fail('did not end'), LONGEST_MS);
        };
        element.onended = () => finish(resolve);
        element.onerror = () => fail('cannot be played');
        element.src = url;
        // Loading a source sets the rate back to this one.
        element.defaultPlaybackRate = rate;
        element.play().catch((error: Error) => {
          if (error.name === 'NotAllowedError')
            finish(() => reject(new NeedsTapError(error.message)));
          else if (error.name !== 'AbortError') fail(error.message);
        });
      }),
  };
}

/** Says what the server has lying ready (`ready`), or what it can make on demand (`possible`). */
export function createClipVoice(
  state: 'ready' | 'possible',
  source: ClipSource,
  player: Player,
): Voice {
  let lng = '';
  return {
    id: state,
    unlock: () => player.unlock(),
    prepare(texts, inLng, signal) {
      lng = inLng;
      return source.ask(texts, inLng, signal);
    },
    expect(texts) {
      for (const text of texts) {
        // A clip that does not come is asked for again when its turn is there.
        if (source.offerOf(text, lng) === state) source.load(text, lng).catch(() => undefined);
      }
    },
    async speak(text, options) {
      if (source.offerOf(text, options.lng) !== state)
        throw new CannotSpeakError(`not ${state}`, { isForGood: !source.hasAny(state) });
      let url: string;
      try {
        url = await source.load(text, options.lng);
      } catch (cause) {
        throw new CannotSpeakError(`did not come: ${String(cause)}`);
      }
      stopIfAsked(options.signal);
      await player.play(url, text, { ...options, isChinese: options.lng.startsWith('zh') });
    },
  };
}
