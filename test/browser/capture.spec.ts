import type { Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { expectNoAxeFinding } from './support/axe.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

// A camera of the browser's own making, which says yes by itself.
test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

const card = (page: Page) => page.locator('#field-invoicePhotos');

/** Nobody who signed in: a visitor with a claim of their own, where its papers are asked for. */
async function openPapers(page: Page, mode: DisplayMode) {
  await page.goto(`/?mode=${mode}&lng=zh-CN`);
  const made = await page.request.post('/api/drafts', { data: { flow: 'hospital' } });
  const draft = (await made.json()) as Draft;
  const answers = { cause: 'illness', discharged: true, healthConsent: true };
  await page.request.patch(`/api/drafts/${draft.id}`, {
    data: {
      baseVersion: draft.version,
      changes: Object.entries(answers).map(([field, value]) => ({ field, value })),
    },
  });
  await page.goto('/claims/new/hospital/papers');
  await card(page).locator('.photo-picker-ways').waitFor();
}

/** Until so many are with us; what the phone would rather have taken again is sent as it is. */
async function arrived(page: Page, count: number, anyway: string) {
  await expect(async () => {
    const asked = card(page).locator('.photo[data-state=advised]');
    const button = asked.getByRole('button', { name: new RegExp(`^${anyway}`) }).first();
    if (await button.isVisible()) await button.click();
    await expect(card(page).locator('.photo[data-state=received]')).toHaveCount(count, {
      timeout: 500,
    });
  }).toPass();
}

const pdf = {
  name: 'invoice.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  ),
};

for (const mode of ['standard', 'senior'] as const) {
  test(`photos are taken, looked at large, put in order, removed and had back by keys alone (${mode})`, async ({
    page,
  }) => {
    const say = wordsOf('zh-CN', mode);
    const photos = (key: string) => say('claims', `photos.${key}`);
    const button = (name: string) =>
      card(page)
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first();
    const cannot = button(say('claims', 'ways.open').replace('？', '.'));
    const press = async (name: string) => {
      await button(name).focus();
      await page.keyboard.press('Enter');
    };
    await openPapers(page, mode);
    await expect(cannot).toBeVisible();
    await expectNoAxeFinding(page, 'no photo yet');

    const album = card(page).locator('.photo-picker-ways input[type=file][multiple]');
    await album.setInputFiles([await invoicePhoto(201), await invoicePhoto(202)]);
    await arrived(page, 2, photos('anyway'));
    await expect(cannot).toBeVisible();
    await expectNoAxeFinding(page, 'two photos');

    await press(photos('look'));
    await expect(card(page).locator('.photo-view-title')).toBeFocused();
    await press(photos('bigger'));
    const isScrolled = () =>
      page.locator('.photo-view-frame').evaluate((box) => box.scrollWidth > box.clientWidth);
    expect(await isScrolled()).toBe(true);
    await expectNoAxeFinding(page, 'a photo seen large');
    await expect(cannot).toBeVisible();
    await press(photos('later'));
    await expect(card(page).locator('.photo-view-state')).toHaveText(
      photos('now').replace('{{number}}', '2'),
    );
    await press(photos('remove'));
    await expect(card(page).locator('.photo-gone button')).toBeFocused();
    await expectNoAxeFinding(page, 'a photo taken away');
    await page.keyboard.press('Enter');
    await expect(card(page).locator('.photo-gone')).toHaveCount(0);
    await arrived(page, 2, photos('anyway'));
  });
}

test('the camera on the page has a frame and a big button, and is off once it is left', async ({
  page,
}) => {
  const say = wordsOf('zh-CN', 'senior');
  const button = (key: string) =>
    card(page).getByRole('button', { name: say('claims', `photos.${key}`), exact: true });
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const all: MediaStreamTrack[] = [];
    Object.assign(window, { filmed: all });
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      all.push(...stream.getTracks());
      return stream;
    };
  });
  const states = () =>
    page.evaluate(() =>
      (window as unknown as { filmed: MediaStreamTrack[] }).filmed.map((track) => track.readyState),
    );
  await openPapers(page, 'senior');
  await button('live.open').click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  expect((await button('live.shutter').boundingBox())?.height).toBeGreaterThanOrEqual(90);
  await expect(page.locator('.live-frame-outline')).toBeVisible();
  await expectNoAxeFinding(page, 'the camera on the page');
  expect(await states()).toEqual(['live']);
  await button('live.close').click();
  expect(await states()).toEqual(['ended']);

  await button('live.open').click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await button('live.shutter').click();
  await expect(card(page).locator('.photo')).toHaveCount(1);
  expect(await states()).toEqual(['ended', 'ended']);
});

test('a phone that lets no page use its camera takes photos all the same; a PDF shows as a sheet with its pages', async ({
  page,
}) => {
  const say = wordsOf('zh-CN', 'standard');
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await openPapers(page, 'standard');
  await card(page)
    .getByRole('button', { name: say('claims', 'photos.live.open') })
    .click();
  await expect(card(page).getByText(say('claims', 'photos.live.refused'))).toBeVisible();
  await expectNoAxeFinding(page, 'a camera that is refused');
  await card(page)
    .getByRole('button', { name: say('claims', 'photos.live.back') })
    .click();
  await card(page).locator('.photo-picker-ways input[type=file][multiple]').setInputFiles(pdf);
  await expect(card(page).locator('.photo-sheet')).toContainText('2');
  await expect(card(page).locator('.photo-thumb img')).toHaveCount(0);
});
