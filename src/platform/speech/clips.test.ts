import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeFetch, ok, problem } from '../../../test/support/fake-fetch.ts';
import { createClipSource } from './clip-source.ts';
import { createClipVoice, createPlayer, type Player } from './clip-voice.ts';
import { CannotSpeakError, NeedsTapError } from './voice.ts';

const FIXED = '下一步';
const OWN = '王秀兰，您好。';
const never = () => new AbortController().signal;
const options = { lng: 'zh-CN', rate: 0.8 as const, signal: never() };

beforeEach(() => {
  // jsdom has no object URLs.
  let made = 0;
  URL.createObjectURL = () => `blob:${(made += 1)}`;
  URL.revokeObjectURL = () => undefined;
});

function listener() {
  const played: string[] = [];
  const player: Player = {
    unlock: () => undefined,
    play: (_url, text) => Promise.resolve(void played.push(text)),
  };
  return { played, player };
}

describe('The server’s clips', () => {
  const offers = {
    voice: 'lin',
    offers: [{ state: 'ready', href: '/api/speech/abc' }, { state: 'possible' }],
  };

  it('are asked about once for a page; a fixed sentence is played from its address', async () => {
    const calls = fakeFetch({ 'POST /api/speech': ok(offers), 'GET /api/speech/abc': ok('sound') });
    const source = createClipSource();
    const { player, played } = listener();
    const voice = createClipVoice('ready', source, player);
    await voice.prepare?.([FIXED, OWN], 'zh-CN', never());
    await voice.prepare?.([FIXED, OWN], 'zh-CN', never());
    voice.expect?.([FIXED, OWN]);
    await voice.speak(FIXED, options);
    expect(played).toEqual([FIXED]);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/speech',
      'GET /api/speech/abc',
    ]);
    // What has to be made is left for later in the chain.
    await expect(voice.speak(OWN, options)).rejects.toBeInstanceOf(CannotSpeakError);
  });

  it('of a sentence about somebody are asked for in the body, never in an address', async () => {
    const calls = fakeFetch({ 'POST /api/speech': ok(offers), 'POST /api/speech/clip': ok('x') });
    const source = createClipSource();
    const { player, played } = listener();
    const voice = createClipVoice('possible', source, player);
    await voice.prepare?.([FIXED, OWN], 'zh-CN', never());
    await voice.speak(OWN, options);
    expect(played).toEqual([OWN]);
    expect(calls[1]).toMatchObject({
      path: '/api/speech/clip',
      body: { lng: 'zh-CN', sentence: OWN },
    });
  });

  it('are not asked for again where the server speaks nothing', async () => {
    const calls = fakeFetch({
      'POST /api/speech': ok({ voice: null, offers: [{ state: 'none' }] }),
    });
    const source = createClipSource();
    await source.ask([FIXED], 'zh-CN', never());
    await source.ask([OWN], 'zh-CN', never());
    expect(calls).toHaveLength(1);
    const voice = createClipVoice('ready', source, listener().player);
    await expect(voice.speak(FIXED, options)).rejects.toMatchObject({ isForGood: true });
  });

  it('are no voice without a network, and one that did not come is asked for again', async () => {
    fakeFetch({ 'POST /api/speech': 'offline' });
    const offline = createClipSource();
    await offline.ask([FIXED], 'zh-CN', never());
    expect(offline.offerOf(FIXED, 'zh-CN')).toBe('none');
    vi.restoreAllMocks();
    let tries = 0;
    fakeFetch({
      'POST /api/speech': ok(offers),
      'GET /api/speech/abc': () =>
        (tries += 1) === 1 ? problem(503, 'speech-unavailable', '…') : ok('sound'),
    });
    const source = createClipSource();
    const { player, played } = listener();
    const voice = createClipVoice('ready', source, player);
    await voice.prepare?.([FIXED, OWN], 'zh-CN', never());
    await expect(voice.speak(FIXED, options)).rejects.toBeInstanceOf(CannotSpeakError);
    await voice.speak(FIXED, options);
    expect(played).toEqual([FIXED]);
  });
});

/** An audio element whose ends are the test's. */
class FakeAudio {
  src = '';
  duration = 1;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  onloadedmetadata: (() => void) | null = null;
  onplaying: (() => void) | null = null;
  onended: (() => void) | null = null;
  onerror: (() => void) | null = null;
  refusal?: Error;
  pause = vi.fn();
  play() {
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve();
  }
}

describe('A clip', () => {
  const start = (audio: FakeAudio, signal = never()) => {
    const player = createPlayer(() => audio as unknown as HTMLAudioElement);
    player.unlock();
    return player.play('blob:1', '一二三四五六七八', { rate: 0.8, isChinese: true, signal });
  };

  it('is played to its end, never faster than 270 characters a minute in the large-text mode', async () => {
    const audio = new FakeAudio();
    const played = start(audio);
    audio.onloadedmetadata?.();
    // Eight characters in a second are 480 a minute.
    expect(480 * audio.playbackRate).toBeLessThanOrEqual(270.001);
    audio.onplaying?.();
    audio.onended?.();
    await expect(played).resolves.toBeUndefined();
  });

  it('that is broken is no sound; that the browser holds back wants a tap; that is stopped is silent', async () => {
    const broken = new FakeAudio();
    const failed = start(broken);
    broken.onerror?.();
    await expect(failed).rejects.toBeInstanceOf(CannotSpeakError);

    const shy = new FakeAudio();
    shy.refusal = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    await expect(start(shy)).rejects.toBeInstanceOf(NeedsTapError);

    const stopped = new FakeAudio();
    const abort = new AbortController();
    const playing = start(stopped, abort.signal);
    abort.abort();
    await expect(playing).rejects.toMatchObject({ name: 'StoppedError' });
    expect(stopped.pause).toHaveBeenCalled();
  });
});
