import { expectNoAxeFinding } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const human = '[data-help="human"]';
const status = '[data-help="human-status"]';
const pages = [
  '/',
  '/human',
  '/claims/new',
  '/claims',
  '/settings',
  '/branches',
  '/service',
  '/privacy',
  '/sign-in',
  '/no-such-page',
];

for (const mode of ['senior', 'standard'] as const) {
  test(`one tap asks for a person on every page (${mode})`, async ({ page, expectConsole }) => {
    // The browser notes that the address that leads nowhere was answered 404, as it should be.
    expectConsole(/404 .*no-such-page/);
    for (const path of pages) {
      await page.goto(`${path}?mode=${mode}`);
      const button = page.locator(human);
      await expect(button, path).toHaveCount(1);
      await expect(button, path).toHaveAccessibleName(/^找真人/);
      await button.click();
      await expect(page.locator(status), path).toContainText(/第 \d+ 位/);
      await expect(page.locator('[data-help="hotline"]'), path).toHaveAttribute('href', /^tel:\d+/);
    }
  });
}

test('at the largest text the answer is in sight, though the bar is then too tall to stay', async ({
  page,
  baseURL,
}) => {
  const display = { name: 'sl_display', value: 'senior.5.normal', url: baseURL ?? '' };
  await page.context().addCookies([display]);
  await page.goto('/human');
  await page.locator('html[data-ready]').waitFor();
  await page.locator(human).click();
  await expect(page.locator(status)).toContainText(/第 \d+ 位/);
  await expect(page.locator(status)).toBeInViewport();
  await expect(page.locator(human)).toBeInViewport();
});

test.describe('before the app has loaded', () => {
  test('the tap is taken at once, and the app goes on from there', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/?mode=senior', { waitUntil: 'commit' });
    await page.locator(human).click();
    await expect(page.locator(status)).toContainText(/第 \d+ 位/);
    release();
    await page.locator('html[data-ready]').waitFor();
    await expect(page.locator(status)).toContainText(/第 \d+ 位/);
    await expect(page.locator(status).getByRole('link')).toHaveAttribute('href', /^\/human\//);
  });

  test('a press that lasts while the app takes the page over is no lost tap', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    // A page that does not come whole from the server: the app puts its own in its place.
    await page.goto('/claims/new?mode=senior', { waitUntil: 'commit' });
    await page.locator(human).hover();
    await page.mouse.down();
    release();
    await page.locator('html[data-ready]').waitFor();
    await expect(page.locator('main h1')).toBeVisible();
    await page.mouse.up();
    await expect(page.locator(status)).toContainText(/第 \d+ 位/);
  });

  test('a failed connection is said, with the telephone number beside it', async ({
    page,
    expectConsole,
  }) => {
    expectConsole(/ERR_FAILED|Failed to fetch/);
    await page.route('**/api/help-requests', (route) => route.abort());
    await page.goto('/');
    await page.locator('html[data-ready]').waitFor();
    await page.locator(human).click();
    await expect(page.locator(status)).toContainText(/\d{3}/);
    await page.unroute('**/api/help-requests');
    await page.locator(human).click();
    await expect(page.locator(status)).toContainText(/第 \d+ 位/);
  });
});

test('a second tap shows the same request', async ({ page }) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  const seen: string[] = [];
  const link = page.locator(status).getByRole('link');
  for (let tap = 0; tap < 2; tap += 1) {
    const answer = page.waitForResponse('**/api/help-requests');
    await page.locator(human).click();
    await answer;
    await expect(page.locator(status)).toContainText(/第 \d+ 位/);
    seen.push((await link.getAttribute('href')) ?? '');
  }
  expect(seen[0]).toMatch(/^\/human\/./);
  expect(seen[1]).toBe(seen[0]);
});

for (const moment of ['before the app has loaded', 'when the app is there'] as const) {
  test(`a tap without a signal is kept ${moment}, and goes on by itself, also after a reload`, async ({
    page,
    expectConsole,
  }) => {
    expectConsole(/ERR_FAILED|Failed to fetch/);
    const isEarly = moment === 'before the app has loaded';
    if (isEarly) await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.route('**/api/help-requests', (route) => route.abort());
    await page.goto('/?mode=senior');
    if (!isEarly) await page.locator('html[data-ready]').waitFor();
    await page.locator(human).click();
    await expect(page.locator(status)).toContainText(
      wordsOf('zh-CN', 'senior')('common', 'help.kept').slice(0, 8),
    );
    await page.unrouteAll();
    await page.reload();
    await expect(page.locator(status), 'nobody taps again').toContainText(/第 \d+ 位/);
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    const kept = await page.evaluate(() => sessionStorage.getItem('sl_asked'));
    expect(kept, 'and once is enough').toBeNull();
  });
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });
  for (const [lng, mode] of [
    ['zh-CN', 'senior'],
    ['zh-CN', 'standard'],
    ['en', 'senior'],
  ] as const) {
    test(`the button is a plain form that answers with a page (${lng}, ${mode})`, async ({
      page,
    }) => {
      const say = wordsOf(lng, mode);
      await page.goto(`/?mode=${mode}&lng=${lng}`);
      await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
      await page.getByRole('button', { name: say('common', 'help.human') }).click();
      await expect(page).toHaveURL(/\/human\/[\w-]+$/);
      await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
      await expect(page.locator('html')).toHaveAttribute('lang', lng);
      await expect(page.locator('main')).toContainText(/\d/);
      await expect(
        page.locator('main a[href^="tel:"], [data-help="hotline"]').first(),
      ).toBeVisible();
      const first = page.url();
      await page.goto('/claims/new');
      await page.locator(human).click();
      expect(page.url(), 'a second tap shows the same request').toBe(first);
    });
  }
});

test('the page of one request follows it and reads well', async ({ page }) => {
  await page.goto('/?mode=senior');
  await page.locator(human).click();
  await page.locator(status).getByRole('link').click();
  await expect(page).toHaveURL(/\/human\/[\w-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoAxeFinding(page, 'one request');
});
