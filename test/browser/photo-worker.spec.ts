import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import type { Draft } from '#domain/api/draft.ts';
import { LIMITS, measuresOf } from '#domain/photo/advise.ts';
import {
  drawPaper,
  phonePhoto,
  rasterOfPicture,
  type DrawnPaper,
} from '../support/drawn-papers.ts';
import { prepareInPage } from './support/prepare-in-page.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const paper: DrawnPaper = {
  seed: 61,
  kind: 'page',
  ground: '#6f5a48',
  paper: '#ece8de',
  ink: '#2b2b2b',
};
const CORNERS = ['#c02020', '#20a020', '#2020c0', '#e0c020'] as const;
const [W, H] = [900, 600];

/** A picture whose corners differ, its points laid down as a camera held in that way lays them down. */
async function heldLike(orientation: number): Promise<Buffer> {
  const boxes = CORNERS.map(
    (fill, i) =>
      `<rect x="${(i % 2) * 450}" y="${i < 2 ? 0 : 300}" width="450" height="300" fill="${fill}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">${boxes.join('')}</svg>`;
  // What undoes the turn that the note in the file (EXIF 0x0112) asks for.
  const turns = [0, 0, 180, 180, 90, 270, 90, 90][orientation - 1];
  const turned = sharp(await sharp(Buffer.from(svg)).rotate(turns).png().toBuffer());
  if ([2, 4, 5].includes(orientation)) turned.flop();
  if (orientation === 7) turned.flip();
  return turned.withMetadata({ orientation }).jpeg().toBuffer();
}

async function cornersOf(picture: Buffer): Promise<string[]> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, 1, 2, 3].map((i) => {
    const x = i % 2 === 0 ? 100 : info.width - 100;
    const y = i < 2 ? 100 : info.height - 100;
    const at = (y * info.width + x) * 3;
    const distance = (hex: string) =>
      [1, 3, 5].reduce(
        (sum, from, c) => sum + Math.abs(parseInt(hex.slice(from, from + 2), 16) - data[at + c]!),
        0,
      );
    return CORNERS.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  });
}

/** Somebody new, at the papers of a claim of their own. */
async function openPapers(page: Page): Promise<void> {
  await page.goto('/?mode=standard&lng=zh-CN');
  const made = await page.request.post('/api/drafts', { data: { flow: 'outpatient' } });
  const draft = (await made.json()) as Draft;
  await page.request.patch(`/api/drafts/${draft.id}`, {
    data: {
      baseVersion: draft.version,
      changes: Object.entries({ cause: 'illness', healthConsent: true }).map(([field, value]) => ({
        field,
        value,
      })),
    },
  });
  await page.goto('/claims/new/outpatient/papers');
  await page.locator('#field-invoicePhotos .photo-picker-ways').waitFor();
}

test('a photo is made small beside the page, stays sharp, and its memory is given back', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(window, { canvasesOfThePage: 0 });
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...args: unknown[]
    ) {
      (window as unknown as { canvasesOfThePage: number }).canvasesOfThePage++;
      return (getContext as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof getContext;
  });
  await page.goto('/human');
  const started = page.waitForEvent('worker');
  const first = await heldLike(1);
  const { hash } = await prepareInPage(page, first);
  expect(hash).toBe(createHash('sha256').update(first).digest('hex'));
  const worker = await started;
  expect(worker.url()).toContain('/assets/photo-worker-');

  await worker.evaluate(() => {
    const open = globalThis.createImageBitmap.bind(globalThis);
    const Canvas = globalThis.OffscreenCanvas;
    const held: { width: number; height: number }[] = [];
    Object.assign(globalThis, {
      held,
      createImageBitmap: async (...args: Parameters<typeof open>) => {
        const bitmap = await open(...args);
        held.push(bitmap);
        return bitmap;
      },
      OffscreenCanvas: class extends Canvas {
        constructor(width: number, height: number) {
          super(width, height);
          held.push(this);
        }
      },
    });
  });
  const large = await phonePhoto(paper);
  const made = await prepareInPage(page, large);
  expect(made).toMatchObject({
    type: 'image/jpeg',
    width: 2000,
    height: 1500,
    advice: null,
    told: [],
  });
  expect(made.bytes.length).toBeLessThanOrEqual(450_000);
  expect(measuresOf(await rasterOfPicture(sharp(made.bytes))).sharpness).toBeGreaterThan(
    LIMITS.sharpness,
  );
  const sizes = await worker.evaluate(() =>
    (globalThis as unknown as { held: { width: number }[] }).held.map(({ width }) => width),
  );
  expect(sizes, 'the opened picture, and what was drawn and measured').toEqual([0, 0, 0]);
  expect(page.workers(), 'one worker for all of them').toHaveLength(1);
  expect(
    await page.evaluate(
      () => (window as unknown as { canvasesOfThePage: number }).canvasesOfThePage,
    ),
  ).toBe(0);
});

for (const [kind, take] of [
  ['with all there is', () => undefined],
  ['without OffscreenCanvas', () => void Reflect.deleteProperty(window, 'OffscreenCanvas')],
  ['without workers', () => void Reflect.deleteProperty(window, 'Worker')],
] as const) {
  test(`however the phone was held the photo comes out upright, in a browser ${kind}`, async ({
    page,
  }) => {
    await page.addInitScript(take);
    await page.addInitScript(() => {
      const open = new Set<string>();
      const { createObjectURL, revokeObjectURL } = URL;
      Object.assign(window, { openUrls: open });
      URL.createObjectURL = (file) => {
        const url = createObjectURL(file);
        open.add(url);
        return url;
      };
      URL.revokeObjectURL = (url) => {
        open.delete(url);
        revokeObjectURL(url);
      };
    });
    await page.goto('/human');
    for (let orientation = 1; orientation <= 8; orientation++) {
      const { bytes, width, height } = await prepareInPage(page, await heldLike(orientation));
      expect([width, height], `orientation ${orientation}`).toEqual([W, H]);
      expect(await cornersOf(bytes), `orientation ${orientation}`).toEqual([...CORNERS]);
      // A second turn by whoever opens it would undo the first.
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
    }
    const { bytes, width } = await prepareInPage(page, await heldLike(6), { turns: 1 });
    expect(width).toBe(H);
    expect(await cornersOf(bytes)).toEqual([CORNERS[2], CORNERS[0], CORNERS[3], CORNERS[1]]);
    const broken = Buffer.from('no picture at all');
    expect((await prepareInPage(page, broken)).bytes, 'left as it is').toEqual(broken);
    expect(page.workers()).toHaveLength(kind === 'with all there is' ? 1 : 0);
    const left = () => (window as unknown as { openUrls: Set<string> }).openUrls.size;
    expect(await page.evaluate(left)).toBe(0);
  });
}

test('a blurred photo and one of half a paper are advised to be taken again and wait; a good one goes at once', async ({
  page,
}) => {
  await openPapers(page);
  const say = wordsOf('zh-CN', 'standard');
  const card = page.locator('#field-invoicePhotos');
  const file = async (name: string, picture: Sharp) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: await picture.jpeg({ quality: 90 }).toBuffer(),
  });
  const whole = await drawPaper({ ...paper, seed: 63 })
    .png()
    .toBuffer();
  await card
    .locator('.photo-picker-ways input[type=file][multiple]')
    .setInputFiles([
      await file('good.jpg', drawPaper(paper)),
      await file('blurred.jpg', drawPaper({ ...paper, seed: 62 }).blur(4)),
      await file('cut.jpg', sharp(whole).extract({ left: 0, top: 0, width: 1100, height: 1200 })),
    ]);
  const photos = card.locator('.photo');
  await expect(photos.nth(1)).toHaveAttribute('data-state', 'advised');
  await expect(photos.nth(1)).toContainText(
    say('claims', 'photos.advice.blurred', { paper: say('claims', 'fields.invoicePhotos.short') }),
  );
  await expect(photos.nth(2)).toHaveAttribute('data-state', 'advised');
  await expect(photos.nth(2).locator('.photo-advice')).toHaveText(
    say('claims', 'photos.advice.cut-edge'),
  );
  await expect(photos.nth(0)).toHaveAttribute('data-state', /received|unreadable/);
  await photos
    .nth(1)
    .getByRole('button', { name: new RegExp(`^${say('claims', 'photos.anyway')}`) })
    .click();
  await expect(photos.nth(1)).toHaveAttribute('data-state', /received|unreadable/);
});
