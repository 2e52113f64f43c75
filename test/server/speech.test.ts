import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '#domain/api/problem.ts';
import type { SpeechOffers } from '#domain/api/speech.ts';
import { clipHash } from '#server/adapters/speech/clip-hash.ts';
import { fixedSentences } from '#server/adapters/speech/fixed-sentences.ts';
import { createHttpSpeech } from '#server/adapters/speech/http.ts';
import { createHttpTranscribe } from '#server/adapters/speech/http-transcribe.ts';
import { createNoSpeech } from '#server/adapters/speech/none.ts';
import { SpeechError, type Clip, type Speech } from '#server/adapters/speech/speech.ts';
import { openVoicePack } from '#server/adapters/speech/voice-pack.ts';
import { createTestClock } from '#server/clock.ts';
import { silentLog } from '#server/log.ts';
import { createSpeechDesk, type SpeechDeskParts } from '#server/services/speech/speech-desk.ts';
import { fillVoicePack } from '../../scripts/fill-voice-pack.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';

const FIXED = '下一步';
const PERSONAL = '王秀兰，您用 138****0001 登录了。';
const folder = mkdtempSync(join(tmpdir(), 'sl-speech-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mp3 = (text: string): Clip => ({
  bytes: Buffer.from(`sound of ${text}`),
  type: 'audio/mpeg',
});

const made: string[] = [];
let isDown = false;
let gate: Promise<void> | undefined;
const service: Speech = {
  kind: 'http',
  make: async ({ text }) => {
    made.push(text);
    await gate;
    if (isDown) throw new SpeechError('down');
    return mp3(text);
  },
};
beforeEach(() => {
  made.length = 0;
  isDown = false;
  gate = undefined;
});

let packs = 0;
async function deskWith(over: Partial<SpeechDeskParts> = {}) {
  packs += 1;
  const dir = join(folder, String(packs));
  const clock = createTestClock();
  const pack = await openVoicePack(dir);
  const parts = { speech: service, pack, voice: 'lin', hotline: '95500', clock, log: silentLog };
  return { desk: createSpeechDesk({ ...parts, ...over }), dir, clock };
}
const zh = (text: string) => ({ lng: 'zh-CN' as const, text });

test('a clip has the name of its words, language and voice: whatever changes, it is another clip', () => {
  const name = clipHash(zh(FIXED), 'lin');
  expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(clipHash(zh(FIXED), 'lin')).toBe(name);
  const others = [clipHash(zh('下一步。'), 'lin'), clipHash(zh(FIXED), 'wang')];
  expect(others.concat(clipHash({ lng: 'en', text: FIXED }, 'lin'))).not.toContain(name);
});

test('the fixed sentences are those of our words, with the hotline and without a blank for somebody’s facts', () => {
  const texts = [...fixedSentences('lin', '95500').values()].map(({ text }) => text);
  expect(texts).toContain(FIXED);
  expect(texts).toContain('请再按一次，或打电话 95500。');
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  expect(texts.length).toBeGreaterThan(300);
});

test('a fixed sentence is made once and stays in the voice pack, also for the next start', async () => {
  const { desk, dir } = await deskWith();
  const hash = clipHash(zh(FIXED), 'lin');
  expect(desk.offer([zh(FIXED)]).offers).toEqual([
    { state: 'possible', href: `/api/speech/${hash}` },
  ]);
  await desk.fixedClip(hash);
  await expect.poll(() => desk.offer([zh(FIXED)]).offers[0]?.state).toBe('ready');
  expect(await desk.fixedClip(hash)).toMatchObject({ type: 'audio/mpeg' });
  expect(made).toEqual([FIXED]);
  const next = await deskWith({ speech: createNoSpeech(), pack: await openVoicePack(dir) });
  expect(next.desk.offer([zh(FIXED)]).offers[0]?.state).toBe('ready');
});

test('a sentence about somebody is never written to a disk, and is forgotten after minutes', async () => {
  const { desk, dir, clock } = await deskWith();
  expect(desk.offer([zh(PERSONAL)]).offers).toEqual([{ state: 'possible' }]);
  await desk.clip(zh(PERSONAL));
  await desk.clip(zh(PERSONAL));
  expect(made).toEqual([PERSONAL]);
  expect(() => readdirSync(dir)).toThrow(/ENOENT/);
  clock.advance(11 * 60_000);
  await desk.clip(zh(PERSONAL));
  expect(made).toHaveLength(2);
  // Nor has it an address that could be asked for.
  expect(await desk.fixedClip(clipHash(zh(PERSONAL), 'lin'))).toBeUndefined();
});

test('a sentence that many ask for at once is made once, and no more than a few are made at a time', async () => {
  const { desk } = await deskWith();
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  const same = [desk.clip(zh('第一句')), desk.clip(zh('第一句'))];
  const many = Array.from({ length: 60 }, (_, i) => desk.clip(zh(`第 ${i} 句话`)));
  const results = Promise.allSettled(many);
  await expect.poll(() => made.length).toBe(4);
  open();
  const refused = (await results).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBe(60 - 3 - 40);
  expect(await Promise.all(same)).toHaveLength(2);
  expect(made.filter((text) => text === '第一句')).toHaveLength(1);
});

test('while the service is down nobody is kept waiting for it, and later it is asked again', async () => {
  const { desk, clock } = await deskWith();
  isDown = true;
  await expect(desk.clip(zh(PERSONAL))).rejects.toBeInstanceOf(SpeechError);
  expect(desk.offer([zh(PERSONAL)]).offers).toEqual([{ state: 'none' }]);
  await expect(desk.clip(zh('另一句'))).rejects.toBeInstanceOf(SpeechError);
  expect(made).toHaveLength(1);
  isDown = false;
  clock.advance(21_000);
  expect(await desk.clip(zh('另一句'))).toEqual(mp3('另一句'));
});

test('a voice pack takes only files with a clip’s name, and one that was taken away is no clip', async () => {
  const dir = join(folder, 'by-hand');
  mkdirSync(dir);
  const name = clipHash(zh(FIXED), 'lin');
  for (const file of [`${name}.m4a`, 'readme.txt', `${name}.exe`, 'abc.mp3'])
    writeFileSync(join(dir, file), 'x');
  const pack = await openVoicePack(dir);
  expect(pack.size).toBe(1);
  expect(await pack.read(name)).toMatchObject({ type: 'audio/mp4' });
  rmSync(join(dir, `${name}.m4a`));
  expect(await pack.read(name)).toBeUndefined();
  await expect(pack.add('../escape', mp3('x'))).rejects.toThrow(/no name/);
});

test('the script has every missing clip made, tells of those that were not, and makes none twice', async () => {
  const dir = join(folder, 'filled');
  const pack = await openVoicePack(dir);
  const count = fixedSentences('lin', '95500').size;
  const told: string[] = [];
  const partly: Speech = {
    kind: 'http',
    make: (sentence, voice) =>
      sentence.text === FIXED && sentence.lng === 'zh-CN'
        ? Promise.reject(new SpeechError('down'))
        : service.make(sentence, voice),
  };
  const fill = (speech: Speech) =>
    fillVoicePack(pack, speech, 'lin', '95500', (line) => told.push(line));
  expect(await fill(partly)).toEqual({ made: count - 1, failed: 1 });
  expect(told).toEqual([`not made: ${FIXED} (down)`]);
  expect(await fill(service)).toEqual({ made: 1, failed: 0 });
  expect((await openVoicePack(dir)).size).toBe(count);
});

test('the insurer’s service is given the sentence and the voice; only sound of a known kind is taken', async () => {
  const seen: unknown[] = [];
  const answers: [number, string, string][] = [
    [200, 'audio/mpeg', 'sound'],
    [200, 'text/html', '<p>sign in</p>'],
    [200, 'audio/mpeg', ''],
    [500, 'text/plain', 'no'],
  ];
  const stub = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, type, body] = answers[seen.length] ?? [500, 'text/plain', ''];
      seen.push({
        auth: request.headers.authorization,
        ...(JSON.parse(Buffer.concat(chunks).toString()) as object),
      });
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
  const { port } = stub.address() as AddressInfo;
  const speech = createHttpSpeech({ url: `http://127.0.0.1:${port}/say`, token: 'token-1' });
  const clip = await speech.make(zh(PERSONAL), 'lin');
  expect(Buffer.from(clip.bytes).toString()).toBe('sound');
  expect(seen[0]).toEqual({ auth: 'Bearer token-1', lng: 'zh-CN', text: PERSONAL, voice: 'lin' });
  for (let i = 1; i < answers.length; i += 1) {
    const refused = speech.make(zh(PERSONAL), 'lin');
    await expect(refused).rejects.toBeInstanceOf(SpeechError);
    await expect(refused).rejects.not.toThrow(/王秀兰/);
  }
  stub.closeAllConnections();
  stub.close();
});

test('the service that writes down what was said is given the recording as it is, and answers in words or not at all', async () => {
  const seen: unknown[] = [];
  const answers: [number, string][] = [
    [200, '{"text":"我摔了一跤"}'],
    [200, '<p>sign in</p>'],
    [200, '{"words":[]}'],
    [500, 'no'],
  ];
  const stub = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body] = answers[seen.length] ?? [500, ''];
      const { authorization: auth, 'content-type': type } = request.headers;
      seen.push({ auth, type, url: request.url, sent: Buffer.concat(chunks).toString() });
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
  const { port } = stub.address() as AddressInfo;
  const write = createHttpTranscribe({ url: `http://127.0.0.1:${port}/write?v=2`, token: 't-1' });
  const words = { bytes: Buffer.from('sound'), type: 'audio/webm', lng: 'zh-CN' } as const;
  expect(await write(words)).toBe('我摔了一跤');
  const url = '/write?v=2&lng=zh-CN';
  expect(seen[0]).toEqual({ auth: 'Bearer t-1', type: 'audio/webm', url, sent: 'sound' });
  for (let i = 1; i < answers.length; i += 1)
    await expect(write(words)).rejects.toBeInstanceOf(SpeechError);
  stub.closeAllConnections();
  stub.close();
});

describeOnBoth('reading aloud where nothing can be said', (server) => {
  test('is told at once, and a clip is refused in words', async () => {
    const visitor = visit(server());
    const asked = await visitor.post<SpeechOffers>('/api/speech', {
      lng: 'zh-CN',
      sentences: [FIXED],
    });
    expect(asked).toMatchObject({
      status: 200,
      body: { voice: null, offers: [{ state: 'none' }] },
    });
    const refused = await visitor.post<Problem>('/api/speech/clip', {
      lng: 'zh-CN',
      sentence: FIXED,
    });
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe('speech-unavailable');
  });
});

const served = await deskWith();
describeOnBoth(
  'reading aloud with a speech service',
  (server) => {
    test('offers a fixed sentence by its name, kept for ever, and others by a question, kept by nobody', async () => {
      const visitor = visit(server());
      const { body } = await visitor.post<SpeechOffers>('/api/speech', {
        lng: 'zh-CN',
        sentences: [FIXED, PERSONAL],
      });
      expect(body.voice).toBe('lin');
      const [fixed, personal] = body.offers;
      expect(personal).toEqual({ state: 'possible' });
      const clip = await visitor.get<string>(fixed?.href ?? '');
      expect(clip.status).toBe(200);
      expect(clip.body).toBe(`sound of ${FIXED}`);
      expect(clip.headers.get('content-type')).toBe('audio/mpeg');
      expect(clip.headers.get('cache-control')).toContain('immutable');
      const own = await visitor.post<string>('/api/speech/clip', {
        lng: 'zh-CN',
        sentence: PERSONAL,
      });
      expect(own.body).toBe(`sound of ${PERSONAL}`);
      expect(own.headers.get('cache-control')).toBe('private, no-store');
    });

    test('refuses what is no sentence, too many, too long, or no clip’s name', async () => {
      const visitor = visit(server());
      const ask = (body: unknown) => visitor.post('/api/speech', body).then(({ status }) => status);
      expect(await ask({ lng: 'zh-CN', sentences: Array(101).fill('好') })).toBe(422);
      expect(await ask({ lng: 'zh-CN', sentences: ['好'.repeat(201)] })).toBe(422);
      expect(await ask({ lng: 'fr', sentences: [] })).toBe(422);
      expect(await ask({ lng: 'zh-CN', sentences: [], more: 1 })).toBe(422);
      for (const name of ['x', '..%2Fx', '0'.repeat(32)])
        expect([name, (await visitor.get(`/api/speech/${name}`)).status]).toEqual([name, 404]);
    });
  },
  () => ({ speech: served.desk }),
);
