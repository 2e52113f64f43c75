import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import type { Claim } from '#domain/api/claim.ts';
import { claimExamples } from '../../src/features/claim-status/claim.examples.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { atDesk, fileClaim } from './support/filed-claim.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test } from './support/test.ts';
import { wordsOf, type Say } from './support/words.ts';

const modes = ['senior', 'standard'] as const;
/** More than the machine may approve: a person decides. */
const LARGE = { amountFen: 900_000 };

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const pressed = (page: Page, say: Say, key: string) =>
  page.getByRole('button', { name: say('status', key), exact: true });
const says = (page: Page, say: Say, status: string) =>
  expect(title(page)).toHaveText(say('status', `status.${status}`));
const later = (page: Page, advanceSeconds: number) =>
  page.request.post('/api/test/clock', { data: { advanceSeconds } });

async function look(page: Page, where: string): Promise<void> {
  await expectNoAxeFinding(page, where);
  await expectTargetSizes(page, where);
  await expectNothingSideways(page, where);
}

test('A claim is taken back, sent again, decided, waved on and paid', async ({ page, server }) => {
  test.slow();
  const say = wordsOf('zh-CN', 'senior');
  const { id } = await fileClaim(page.context(), server.url, '13800000001');
  await page.goto(`/claims/${id}?mode=senior`);
  await says(page, say, 'received');
  await pressed(page, say, 'takeBack.withdraw').click();
  await says(page, say, 'withdrawn');
  await expect(title(page)).toBeFocused();
  await page.getByRole('link', { name: say('status', 'withdrawn.go') }).click();
  await page.getByRole('button', { name: say('claims', 'check.send'), exact: true }).click();
  await page.waitForURL(/\/claims\/[^/]+\/sent$/);
  expect(page.url()).not.toContain(id);
  await look(page, 'the end page');
  await page.getByRole('link', { name: say('status', 'sent.progress') }).click();
  await pressed(page, say, 'takeBack.proceed').waitFor();
  // The page finds the decision by itself, and nobody is moved by it.
  await later(page, 30);
  await says(page, say, 'approved');
  await expect(
    page.getByRole('status').filter({ hasText: say('status', 'status.approved') }),
  ).toBeAttached();
  await pressed(page, say, 'takeBack.proceed').click();
  await pressed(page, say, 'takeBack.proceedYes').click();
  await says(page, say, 'paid');
  await look(page, 'a paid claim');
});

test('A refusal is looked at again by another person after one tap', async ({ page, server }) => {
  const say = wordsOf('zh-CN', 'senior');
  const { id } = await fileClaim(page.context(), server.url, '13800000005', LARGE);
  const staff = await atDesk(server.url);
  const { status, body } = await staff.post(`/api/staff/claims/${id}/decision`, {
    outcome: 'refused',
    clause: '第七条第三款：美容、整形的费用',
    words: '这次做的是牙齿美白。保险管看病，不管美容，所以没有赔。',
  });
  expect(status, JSON.stringify(body)).toBe(200);
  await page.goto(`/claims/${id}?mode=senior`);
  await says(page, say, 'refused');
  await expect(page.getByText('保险管看病，不管美容')).toBeVisible();
  await look(page, 'a refusal');
  await pressed(page, say, 'decision.review').click();
  await says(page, say, 'reopened');
  await expect(page.getByText(say('status', 'decision.reviewing'))).toBeVisible();
});

test('A paper that was asked for is photographed and handed over', async ({ page, server }) => {
  const say = wordsOf('zh-CN', 'senior');
  const { id } = await fileClaim(page.context(), server.url, '13800000003', LARGE);
  const staff = await atDesk(server.url);
  const { status, body } = await staff.post(`/api/staff/claims/${id}/papers-request`, {
    papers: [{ field: 'dischargePhotos', reason: '要知道您是哪天出院的' }],
  });
  expect(status, JSON.stringify(body)).toBe(200);
  await page.goto(`/claims/${id}?mode=senior`);
  await says(page, say, 'papers-needed');
  await expect(page.getByText('要知道您是哪天出院的').first()).toBeVisible();
  await page.locator('input[type=file][multiple]').setInputFiles([await invoicePhoto(77)]);
  await pressed(page, say, 'send.give').click();
  await says(page, say, 'in-review');
  await expect(title(page)).toBeFocused();
});

test.describe('the slip', () => {
  test('is one page, nothing on it is smaller than 18 points, and nothing on it is about the person', async ({
    page,
    server,
  }) => {
    const say = wordsOf('zh-CN', 'standard');
    const { id } = await fileClaim(page.context(), server.url, '13800000007');
    await page.addInitScript(() => {
      window.print = () => void document.documentElement.setAttribute('data-printed', '');
    });
    await page.goto(`/claims/${id}/sent`);
    const number = (await page.locator('.big-number-value').textContent())?.trim() ?? '';
    await pressed(page, say, 'keep.print').click();
    await page.waitForSelector('html[data-printed]');
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    await expect(sheet).toContainText(number);
    await expect(sheet).not.toContainText(/住院|生病|周|139|138/);
    const sizes = await sheet
      .locator('p, h1, dt, dd')
      .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
    expect(sizes.length).toBeGreaterThan(8);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    await expect(page.locator('.layout')).toBeHidden();
    const code = await sheet.locator('.qr-code').screenshot();
    expect(await readCode(code)).toBe(`${server.url}/claims/${id}`);
    // Last: the browser says "printed" after it, and the sheet goes.
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await expect(sheet).toHaveCount(0);
  });

  test('can be kept as a picture whose code opens the claim', async ({ page, server }) => {
    const say = wordsOf('zh-CN', 'standard');
    const { id } = await fileClaim(page.context(), server.url, '13800000010');
    await page.goto(`/claims/${id}/sent`);
    await pressed(page, say, 'keep.picture').click();
    const src = await page.locator('.receipt-picture').getAttribute('src');
    const png = Buffer.from(src?.split(',')[1] ?? '', 'base64');
    expect(await readCode(png)).toBe(`${server.url}/claims/${id}`);
    await look(page, 'the picture to keep');
  });
});

async function readCode(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

test.describe('every state of a claim', () => {
  const states = Object.entries(claimExamples) as [string, Claim][];
  for (const mode of modes) {
    test(`is sound for eye, ear and finger in the ${mode} mode`, async ({ page }) => {
      test.slow();
      let shown: Claim = claimExamples.received;
      await page.route('**/api/claims/k1', (route) => route.fulfill({ json: shown }));
      await page.route('**/api/documents/**', async (route) =>
        route.fulfill({ body: (await invoicePhoto()).buffer, contentType: 'image/jpeg' }),
      );
      for (const [name, claim] of states) {
        shown = claim;
        await page.goto(`/claims/k1?mode=${mode}`);
        await page.locator('.timeline').waitFor();
        await look(page, `${name} (${mode})`);
        await page.evaluate(() => document.documentElement.setAttribute('data-text', '5'));
        await expectNothingSideways(page, `${name} at the largest text (${mode})`);
      }
    });
  }
});
