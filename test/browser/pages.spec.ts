import { readFileSync } from 'node:fs';
import { expectNoAxeFinding } from './support/axe.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

interface ListedRoute {
  path: string;
  audience: 'customer' | 'staff' | 'demo';
}

const routes = JSON.parse(
  readFileSync(new URL('../../dist/routes.json', import.meta.url), 'utf8'),
) as ListedRoute[];
// What has a part in its path needs a claim or a conversation first: the tests of that work visit it.
const open = routes.filter(({ path }) => !path.includes(':'));

for (const { path, audience } of open) {
  for (const mode of ['standard', 'senior'] as const) {
    test(`${path} can be read, reached and tapped by everybody in the ${mode} mode`, async ({
      page,
    }) => {
      await page.goto(`${path}?mode=${mode}`);
      await expect(page.locator('html')).toHaveAttribute('data-mode', mode);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectNoAxeFinding(page, path);
      await expectNothingSideways(page, path);
      if (audience !== 'customer') return;
      await expectTargetSizes(page, path);
      // Help stands on every customer page, in the same place and order, by the same name.
      await expect(page.locator('[data-help="human"]')).toHaveAccessibleName(/^找真人/);
      await expect(page.locator('[data-help="hotline"]')).toHaveAttribute('href', /^tel:/);
    });
  }
}

test('nothing scrolls sideways on the narrowest phone at the largest text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.addInitScript(() => localStorage.setItem('sl_display', 'senior.5.normal'));
  for (const { path } of open.filter(({ audience }) => audience === 'customer')) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-text', '5');
    await expectNothingSideways(page, path);
  }
});
