import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseVoice, createBrowserVoice, START_WITHIN_MS } from './browser-voice.ts';
import { CannotSpeakError, NeedsTapError, StoppedError } from './voice.ts';

const voiceOf = (lang: string, over: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  lang,
  name: lang,
  voiceURI: lang,
  localService: true,
  default: false,
  ...over,
});

class FakeUtterance {
  lang = '';
  voice: SpeechSynthesisVoice | null = null;
  rate = 1;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(readonly text: string) {}
}
const Utterance = FakeUtterance as unknown as typeof SpeechSynthesisUtterance;

/** A phone that speaks as the test tells it to. */
function phone(
  voices: SpeechSynthesisVoice[],
  act: (words: FakeUtterance) => void = () => undefined,
) {
  const said: FakeUtterance[] = [];
  const synth = {
    getVoices: () => voices,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    cancel: vi.fn(),
    speak: (words: FakeUtterance) => {
      said.push(words);
      act(words);
    },
  };
  const voice = createBrowserVoice(synth as unknown as SpeechSynthesis, Utterance);
  return { voice, said, synth };
}
const options = (over: { lng?: string; signal?: AbortSignal } = {}) => ({
  lng: 'zh-CN',
  rate: 0.8 as const,
  signal: new AbortController().signal,
  ...over,
});
const soon = (act: () => void) => queueMicrotask(act);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('The phone’s own voice', () => {
  it('says a sentence slowly, in its language', async () => {
    const { voice, said } = phone([voiceOf('en-US'), voiceOf('zh_CN')], (words) =>
      soon(() => {
        words.onstart?.();
        words.onend?.();
      }),
    );
    await voice.speak('您好。', options());
    expect(said[0]).toMatchObject({ text: '您好。', rate: 0.8, lang: 'zh_CN' });
  });

  it('is no voice where there is none of the language, or no speech at all', async () => {
    const without = phone([voiceOf('en-US')]);
    await expect(without.voice.speak('您好', options())).rejects.toMatchObject({ isForGood: true });
    const none = createBrowserVoice(undefined, undefined);
    await expect(none.speak('您好', options())).rejects.toBeInstanceOf(CannotSpeakError);
    const empty = phone([]);
    const asked = empty.voice.speak('您好', options());
    asked.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(1100);
    await expect(asked).rejects.toMatchObject({ isForGood: true });
  });

  it('is no voice when it takes the sentence and never begins', async () => {
    const { voice, synth } = phone([voiceOf('zh-CN')]);
    const asked = voice.speak('您好', options());
    asked.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(START_WITHIN_MS - 10);
    expect(synth.cancel).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(20);
    await expect(asked).rejects.toMatchObject({ name: 'CannotSpeakError', isForGood: true });
    expect(synth.cancel).toHaveBeenCalledTimes(2);
  });

  it('is no voice when it says that it ended and never began', async () => {
    const { voice } = phone([voiceOf('zh-CN')], (words) => soon(() => words.onend?.()));
    await expect(voice.speak('您好', options())).rejects.toBeInstanceOf(CannotSpeakError);
  });

  it('tells an error from a browser that wants a tap first', async () => {
    const fail = (error: string) =>
      phone([voiceOf('zh-CN')], (words) => soon(() => words.onerror?.({ error })));
    await expect(fail('synthesis-failed').voice.speak('您好', options())).rejects.toBeInstanceOf(
      CannotSpeakError,
    );
    await expect(fail('not-allowed').voice.speak('您好', options())).rejects.toBeInstanceOf(
      NeedsTapError,
    );
  });

  it('goes on when a voice began and never says that it ended', async () => {
    const { voice } = phone([voiceOf('zh-CN')], (words) => soon(() => words.onstart?.()));
    const asked = voice.speak('您好', options());
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(asked).resolves.toBeUndefined();
  });

  it('is silent at once when it is stopped', async () => {
    const { voice, synth } = phone([voiceOf('zh-CN')], (words) => words.onstart?.());
    const abort = new AbortController();
    const asked = voice.speak('您好', options({ signal: abort.signal }));
    asked.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(5);
    abort.abort();
    await expect(asked).rejects.toBeInstanceOf(StoppedError);
    expect(synth.cancel).toHaveBeenCalledTimes(2);
  });

  it('speaks Mandarin on the phone itself: no Cantonese, and no voice that is sent the page’s words', () => {
    expect(chooseVoice([voiceOf('zh-HK'), voiceOf('zh-TW')], 'zh-CN')?.lang).toBe('zh-TW');
    expect(chooseVoice([voiceOf('zh-TW'), voiceOf('zh-CN')], 'zh-CN')?.lang).toBe('zh-CN');
    expect(chooseVoice([voiceOf('zh-CN', { localService: false })], 'zh-CN')).toBeUndefined();
    expect(chooseVoice([voiceOf('zh-CN'), voiceOf('en-GB')], 'en')?.lang).toBe('en-GB');
  });
});
