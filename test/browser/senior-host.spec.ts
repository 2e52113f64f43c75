import type { Page } from '@playwright/test';
import { installHost, setHostFont } from './support/fake-host.ts';
import { expectNothingSideways } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const html = 'html';
const say = wordsOf('zh-CN', 'senior');
const line = '[data-advice=line]';
const first = '[data-advice=first]';

/** Size of the ordinary text, px. */
const bodySize = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

/** The page is alive and what advises has had its say. */
async function settle(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor();
  await page.waitForTimeout(700);
}

for (const os of ['android', 'ios'] as const) {
  test(`WeChat's care mode on ${os} opens the large-text page, says why, and is undone for good by one tap`, async ({
    page,
  }) => {
    await installHost(page, { os, care: true });
    await page.goto('/');
    await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
    await expect(page.locator(line)).toContainText(say('display', 'reasons.care-mode'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('home', 'title'));
    await page.locator(line).getByRole('button').click();
    await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
    await expect(page.locator(line)).toHaveCount(0);
    await page.reload();
    await settle(page);
    await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
    await expect(page.locator(first)).toHaveCount(0);
  });

  test(`a host text of 1.4 on ${os} counts as a ratio and as a percentage, and once`, async ({
    page,
  }) => {
    for (const fontScale of [1.4, 140, '140']) {
      await page.context().clearCookies();
      await installHost(page, { os, fontScale });
      await page.goto('/branches');
      await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
      await settle(page);
      // 18 px, enlarged by 1.4; the large-text page alone has 24 px.
      await expect.poll(() => bodySize(page)).toBeCloseTo(25.2, 0);
    }
  });
}

test('the host changes the size while the page is open: the text follows at once, the mode does not', async ({
  page,
}) => {
  await installHost(page, { os: 'ios', fontScale: 100 });
  await page.goto('/?mode=standard');
  await settle(page);
  await expect.poll(() => bodySize(page)).toBe(18);
  await page
    .getByRole('link', { name: wordsOf('zh-CN', 'standard')('home', 'jobs.branches.title') })
    .click();
  await setHostFont(page, 150);
  await expect.poll(() => bodySize(page)).toBe(27);
  await expectNothingSideways(page, 'a page at 1.5');
  await setHostFont(page, 100);
  await expect.poll(() => bodySize(page)).toBe(18);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('the larger of the own step and the host counts, never the product, before and after a reload', async ({
  page,
}) => {
  await installHost(page, { os: 'android', fontScale: 1.2 });
  await page.goto('/');
  await settle(page);
  await expect.poll(() => bodySize(page)).toBeCloseTo(18 * 1.2, 0);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  // Known from last time: the first paint has it already.
  expect(await bodySize(page)).toBeCloseTo(18 * 1.2, 0);
  await settle(page);
  expect(await bodySize(page)).toBeCloseTo(18 * 1.2, 0);
  await page.evaluate(() => {
    document.cookie = 'sl_display=standard.5.normal; Path=/';
  });
  await page.goto('/');
  await settle(page);
  await expect.poll(() => bodySize(page)).toBeCloseTo(18 * 1.67, 0);
});

test('a slow host does not let the text shrink in between, and is believed when it says something else', async ({
  page,
}) => {
  await page.goto('/?mode=standard');
  await installHost(page, { os: 'android', fontScale: 1.2 });
  await page.reload();
  await expect.poll(() => bodySize(page)).toBeCloseTo(18 * 1.2, 0);
  await installHost(page, { os: 'android', fontScale: 1, replyMs: 3000 });
  await page.reload();
  await settle(page);
  expect(await bodySize(page)).toBeCloseTo(18 * 1.2, 0);
  await expect.poll(() => bodySize(page)).toBe(18);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  expect(await bodySize(page)).toBe(18);
});

test("the wish in body's style (iOS) and the shell's hint are heard, and can be declined", async ({
  page,
}) => {
  await page.goto('/?mode=standard&fs=1.25');
  await settle(page);
  await expect.poll(() => bodySize(page)).toBeCloseTo(22.5, 1);
  await page.evaluate(() => {
    document.body.style.cssText = '-webkit-text-size-adjust: 130%; text-size-adjust: 130%';
  });
  await expect.poll(() => bodySize(page)).toBeGreaterThan(23);
  await page.locator(line).getByRole('button').click();
  await expect.poll(() => bodySize(page)).toBe(18);
  await page.reload();
  await settle(page);
  await expect.poll(() => bodySize(page)).toBe(18);
});

test('a host that answers late switches no mode under a finger that has begun', async ({
  page,
}) => {
  await installHost(page, { os: 'ios', care: true, fontScale: 1.4, replyMs: 2500 });
  await page.goto('/');
  await settle(page);
  await page
    .getByRole('link', { name: wordsOf('zh-CN', 'standard')('home', 'jobs.branches.title') })
    .click();
  await page.waitForTimeout(2500);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
  await expect.poll(() => bodySize(page)).toBeCloseTo(25.2, 0);
});

test('a host whose bridge comes late is heard', async ({ page }) => {
  await installHost(page, { os: 'android', care: true, afterMs: 1500 });
  await page.goto('/');
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
});

for (const [what, host] of [
  ['never answers', { os: 'ios' }],
  ['answers nonsense', { os: 'android', fontScale: 'huge', care: 'perhaps' }],
  ['answers with numbers that are none', { os: 'ios', fontScale: null, care: 2 }],
  ['wants a thousand times', { os: 'ios', fontScale: 100_000 }],
] as const) {
  test(`a host that ${what} gets the standard page with the choice`, async ({ page }) => {
    await installHost(page, host);
    await page.goto('/');
    await expect(page.locator(first)).toBeVisible();
    await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
    await expect.poll(() => bodySize(page)).toBe(18);
  });
}
