import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { photoJob } from '../../src/platform/photo/photo-jobs.ts';
import { builtPart } from '../../test/browser/support/prepare-in-page.ts';
import { expect, test } from '../../test/browser/support/test.ts';
import { phonePhoto } from '../../test/support/drawn-papers.ts';

const SLOWER = 4;
const RUNS = 7;
/** For the look at the photo, beyond what opening and drawing it costs whoever does it (issue: coach within 300 ms). */
const GOAL_MS = 300;

interface JobsPart {
  photoJob: typeof photoJob;
}

type Times = Record<
  'decode' | 'decodeAndDraw' | 'untilAdvice' | 'ofThatMeasured' | 'pack' | 'hash',
  number
>;

/**
 * One round: what the browser needs to open the photo and draw it as large as it is sent, and what we need until there
 * is advice. Drawing is put off by browsers until points are asked for, so the peer asks for one point.
 */
const round = (page: Page, part: string): Promise<Times> =>
  page.evaluate(async (part) => {
    const { photoJob } = (await import(part)) as JobsPart;
    const { file } = window as unknown as { file: File };
    const drawn = async (width: number, height: number) => {
      const start = performance.now();
      const picture = new Image();
      const url = URL.createObjectURL(file);
      picture.src = url;
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.imageSmoothingQuality = width > 1 ? 'high' : 'low';
      context.drawImage(picture, 0, 0, width, height);
      context.getImageData(0, 0, 1, 1);
      const time = performance.now() - start;
      canvas.width = 0;
      URL.revokeObjectURL(url);
      return time;
    };
    const decode = await drawn(1, 1);
    const decodeAndDraw = await drawn(2000, 1500);
    const { times } = await photoJob({ file, turns: 0, subject: 'paper' }, () => undefined);
    const untilAdvice = times.decode + times.draw + times.measure;
    return {
      decode,
      decodeAndDraw,
      untilAdvice,
      ofThatMeasured: times.measure,
      pack: times.encode,
      hash: times.hash,
    };
  }, part);

/** A fixed amount of work, in a worker and in the page: does slowing the processor slow both? */
const work = (page: Page) =>
  page.evaluate(async () => {
    const code =
      'const t=performance.now();let x=0;for(let i=0;i<3e7;i++)x=(x*31+i)|0;const ms=performance.now()-t;';
    const url = URL.createObjectURL(new Blob([`${code}postMessage([ms,x])`]));
    const worker = new Worker(url);
    const inWorker = await new Promise<number>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<[number, number]>) => resolve(data[0]);
    });
    worker.terminate();
    const start = performance.now();
    let x = 0;
    for (let i = 0; i < 3e7; i++) x = (x * 31 + i) | 0;
    return { inWorker, inPage: performance.now() - start + (x & 0) };
  });

const middle = (list: number[]) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function medianOf(page: Page, part: string) {
  await round(page, part);
  const rounds: Times[] = [];
  for (let i = 0; i < RUNS; i++) rounds.push(await round(page, part));
  const of = (name: keyof Times) => Math.round(middle(rounds.map((one) => one[name])));
  return {
    decode: of('decode'),
    decodeAndDraw: of('decodeAndDraw'),
    untilAdvice: of('untilAdvice'),
    beyondDecoding: Math.round(middle(rounds.map((one) => one.untilAdvice - one.decodeAndDraw))),
    ofThatMeasured: of('ofThatMeasured'),
    pack: of('pack'),
    hash: of('hash'),
  };
}

test(`a photo of 12 megapixels is looked at within ${GOAL_MS} ms on a phone ${SLOWER} times slower`, async ({
  browser,
  server,
}) => {
  const photo = await phonePhoto({
    seed: 71,
    kind: 'page',
    ground: '#6f5a48',
    paper: '#ece8de',
    ink: '#2b2b2b',
  });
  const open = async (hasWorkers: boolean) => {
    const page = await browser.newPage({ baseURL: server.url });
    if (!hasWorkers) await page.addInitScript(() => void Reflect.deleteProperty(window, 'Worker'));
    await page.goto('/human');
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      Object.assign(window, { file: new File([bytes], 'IMG_1.jpg', { type: 'image/jpeg' }) });
    }, photo.toString('base64'));
    return page;
  };
  const slow = async (page: Page, rate: number) =>
    (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
  const part = builtPart('photo-jobs');

  const page = await open(true);
  const before = await work(page);
  await slow(page, SLOWER);
  const after = await work(page);
  await slow(page, 1);
  const inWorker = await medianOf(page, part);
  await page.close();

  // The protocol slows the page's own thread and no worker: so what the worker does is measured in the page.
  const alone = await open(false);
  const inPage = await medianOf(alone, part);
  await slow(alone, SLOWER);
  const inPageSlowed = await medianOf(alone, part);
  await alone.close();

  const results = {
    photo: { width: 4000, height: 3000, megabytes: Number((photo.length / 1e6).toFixed(2)) },
    slowed: SLOWER,
    slowedReally: {
      page: Number((after.inPage / before.inPage).toFixed(1)),
      worker: Number((after.inWorker / before.inWorker).toFixed(1)),
    },
    goalMs: GOAL_MS,
    inWorker,
    inPage,
    inPageSlowed,
  };
  console.table({
    'worker, not slowed': inWorker,
    'page, not slowed': inPage,
    'page, slowed': inPageSlowed,
  });
  process.stdout.write(
    `slowed really: ${JSON.stringify(results.slowedReally)}; ${results.photo.megabytes} MB\n`,
  );
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/photo.json', `${JSON.stringify(results, null, 2)}\n`);
  expect(inPageSlowed.beyondDecoding).toBeLessThanOrEqual(GOAL_MS);
});
