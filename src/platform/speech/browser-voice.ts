import { createPace, spokenLength } from '#domain/speech/pace.ts';
import { CannotSpeakError, NeedsTapError, StoppedError, stopIfAsked, type Voice } from './voice.ts';

/**
 * That there is a `speechSynthesis` proves nothing: a Chromium may have it with no voice at all, and an Android
 * one may take a sentence and never begin (ocr-voice §5). So: a voice of the language, and `start` within this time.
 */
export const START_WITHIN_MS = 1500;
const VOICES_WITHIN_MS = 1000;
/** A voice that began and never says that it ended: after this long for each character the sentence counts as said. */
const LONGEST_MS_PER_CHARACTER = 900;
const LONGEST_PAUSE_MS = 4000;

/** `zh_CN`, `zh-Hans-CN` and `cmn-CN` are ours; `zh-HK` speaks Cantonese. */
function fits(voice: SpeechSynthesisVoice, lng: string): boolean {
  const tag = voice.lang.replace(/_/g, '-').toLowerCase();
  if (lng.startsWith('zh')) return /^(zh|cmn)\b/.test(tag) && !/-(hk|mo|yue)\b/.test(tag);
  return tag.split('-')[0] === lng.split('-')[0];
}

/**
 * The best voice of a language: only one that speaks on the phone itself, since one that speaks elsewhere would be
 * sent every name and amount of the page.
 */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  lng: string,
): SpeechSynthesisVoice | undefined {
  const fitting = voices.filter((voice) => voice.localService && fits(voice, lng));
  const exact = (voice: SpeechSynthesisVoice) => /[-_](cn|us|gb)\b/i.test(voice.lang);
  return (
    fitting.find((voice) => exact(voice) && voice.default) ?? fitting.find(exact) ?? fitting[0]
  );
}

async function voicesOf(synth: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const now = synth.getVoices();
  if (now.length > 0) return now;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      synth.removeEventListener('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, VOICES_WITHIN_MS);
    synth.addEventListener('voiceschanged', done);
  });
  return synth.getVoices();
}

/** The phone's own voice, or nothing where the browser has none (Android WebViews, WeChat). */
export function createBrowserVoice(
  synth: SpeechSynthesis | undefined = globalThis.speechSynthesis,
  Utterance: typeof SpeechSynthesisUtterance | undefined = globalThis.SpeechSynthesisUtterance,
): Voice {
  const pace = createPace();
  return {
    id: 'browser',
    async speak(text, { lng, rate, signal }) {
      if (!synth || !Utterance) throw new CannotSpeakError('no speech here', { isForGood: true });
      const voice = chooseVoice(await voicesOf(synth), lng);
      stopIfAsked(signal);
      if (!voice) throw new CannotSpeakError(`no voice for ${lng}`, { isForGood: true });
      const asked = lng.startsWith('zh') ? pace.rateFor(rate) : rate;
      await new Promise<void>((resolve, reject) => {
        const words = new Utterance(text);
        words.lang = voice.lang;
        words.voice = voice;
        words.rate = asked;
        let startedAt: number | undefined;
        let timer: ReturnType<typeof setTimeout>;
        const finish = (end: () => void) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          words.onstart = words.onend = words.onerror = null;
          end();
        };
        const onAbort = () =>
          finish(() => {
            synth.cancel();
            reject(new StoppedError());
          });
        const fail = (why: string, isForGood: boolean) =>
          finish(() => {
            synth.cancel();
            reject(new CannotSpeakError(why, { isForGood }));
          });
        words.onstart = () => {
          startedAt = performance.now();
          clearTimeout(timer);
          const longest = (spokenLength(text) * LONGEST_MS_PER_CHARACTER) / asked;
          timer = setTimeout(() => finish(resolve), LONGEST_PAUSE_MS + longest);
        };
        words.onend = () => {
          if (startedAt === undefined) return fail('ended without a start', true);
          if (lng.startsWith('zh')) pace.note(text, performance.now() - startedAt, asked);
          return finish(resolve);
        };
        words.onerror = ({ error }) =>
          error === 'not-allowed'
            ? finish(() => reject(new NeedsTapError(error)))
            : fail(error, startedAt === undefined);
        signal.addEventListener('abort', onAbort);
        timer = setTimeout(() => fail('did not start', true), START_WITHIN_MS);
        // Left over from a page before, or stuck in a pause: it would wait behind that for ever.
        synth.cancel();
        synth.speak(words);
      });
    },
  };
}
