import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const html = 'html';

test('the mode stands on the page before its first paint, from the address and later from the choice', async ({
  page,
}) => {
  await page.goto('/?mode=senior', { waitUntil: 'commit' });
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await page.goto('/branches');
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await page.goto('/?mode=standard');
  await page.reload();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('the switch on the home page works at once, in sight, and is remembered', async ({ page }) => {
  const say = wordsOf('zh-CN', 'standard');
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  const toSenior = page.getByRole('button', { name: say('common', 'mode.toSeniorName') });
  await expect(toSenior).toBeInViewport();
  await expect(toSenior).toHaveAccessibleName(/长辈版/);
  await toSenior.click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    wordsOf('zh-CN', 'senior')('home', 'title'),
  );
  await page.reload();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: /退出长辈版/ }).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('a choice in a phone that lost its cookies is taken from its storage', async ({
  page,
  context,
}) => {
  await page.goto('/?mode=senior');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: /退出长辈版/ }).click();
  await page.getByRole('button', { name: /长辈版/ }).click();
  await context.clearCookies();
  await page.goto('/branches', { waitUntil: 'commit' });
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    wordsOf('zh-CN', 'senior')('home', 'title'),
  );
});

test('a corrupt stored choice opens the standard page', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sl_display', '{"mode":42'));
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('a browser that forbids storage shows the page all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('/?mode=senior');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: /退出长辈版/ }).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('text steps and contrast of the settings hold on every page', async ({ page }) => {
  await page.context().addCookies([
    {
      name: 'sl_display',
      value: 'senior.5.high',
      url: new URL(page.url() === 'about:blank' ? 'http://127.0.0.1' : page.url()).origin,
    },
  ]);
  await page.goto('/settings');
  await page.evaluate(() => {
    document.cookie = 'sl_display=senior.5.high; Path=/';
  });
  await page.goto('/');
  await expect(page.locator(html)).toHaveAttribute('data-text', '5');
  await expect(page.locator(html)).toHaveAttribute('data-contrast', 'high');
  const size = await page
    .locator('.job-card-title')
    .first()
    .evaluate((el) => parseFloat(getComputedStyle(el).fontSize));
  expect(size).toBeGreaterThanOrEqual(30);
});

test('the page allows no inline script but the one that it names', async ({ page }) => {
  const answer = await page.goto('/');
  const csp = answer?.headers()['content-security-policy'] ?? '';
  expect(csp).toContain("script-src 'self' 'sha256-");
  expect(csp).not.toContain('unsafe-inline');
});
