import type { Page } from '@playwright/test';
import { journeys } from '../journeys/journeys.ts';
import { Claimant } from './support/claimant.ts';
import { codeSentTo } from './support/codes.ts';
import { expectNothingSideways } from './support/layout.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test } from './support/test.ts';

const young = journeys().find(({ name }) => name === 'outpatient-young')?.answers ?? {};
const elder = journeys().find(({ name }) => name === 'hospital-at-70');

/** Tabs on until the thing is in focus: what cannot be reached so cannot be reached at all. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${selector}`);
}

/** What is in focus shows it, with a line of at least two pixels (W-2.4.13). */
async function expectFocusSeen(page: Page): Promise<void> {
  const width = await page.evaluate(() => {
    const at = document.activeElement;
    const shown = at?.matches('input[type=radio], input[type=checkbox]') ? at.closest('label') : at;
    if (!shown) return 0;
    return parseFloat(getComputedStyle(shown).outlineWidth);
  });
  expect(width).toBeGreaterThanOrEqual(2);
}

/** The page's way on: what has to be pressed is reached and seen. */
async function goOn(page: Page): Promise<void> {
  await tabTo(page, '.question-form button[type=submit]');
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
}

test.describe('with a keyboard alone', () => {
  test.use({ isMobile: false, hasTouch: false, viewport: { width: 1280, height: 800 } });

  test('a claim is filed from the home page to its number', async ({ page }) => {
    test.slow();
    const { keyboard } = page;
    await page.goto('/?mode=standard');
    await page.locator('html[data-ready]').waitFor();
    await keyboard.press('Tab');
    await expect(page.locator('.layout-skip')).toBeFocused();
    await tabTo(page, 'a[href="/claims/new"]');
    await expectFocusSeen(page);
    await keyboard.press('Enter');
    await tabTo(page, 'a[href^="/claims/new/outpatient/"]');
    await keyboard.press('Enter');

    await page.locator('#field-cause').waitFor();
    await tabTo(page, '#field-cause input');
    await keyboard.press('Space');
    await expectFocusSeen(page);
    await goOn(page);

    await page.locator('#field-healthConsent').waitFor();
    await tabTo(page, '#field-healthConsent input');
    await keyboard.press('Space');
    await goOn(page);

    await page.locator('#field-invoicePhotos').waitFor();
    await page
      .locator('#field-invoicePhotos input[type=file][multiple]')
      .setInputFiles(await invoicePhoto(9));
    await page.locator('.photo[data-state=received]').waitFor();
    await goOn(page);

    await page.locator('#field-visitedOn').waitFor();
    await page.locator('#field-visitedOn').fill(String(young.visitedOn));
    await tabTo(page, '#field-amountFen');
    await keyboard.type('5120');
    await goOn(page);

    await page.waitForURL(/\/sign-in/);
    // The title has taken the focus: what is typed from here on goes where Tab leads.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await tabTo(page, 'input[autocomplete^="tel"]');
    const code = await codeSentTo(page, '13800000012', async () => {
      await keyboard.type('13800000012');
      await keyboard.press('Enter');
      await page.locator('input[autocomplete="one-time-code"]').waitFor();
    });
    await tabTo(page, 'input[autocomplete="one-time-code"]');
    await keyboard.type(code);
    await keyboard.press('Enter');

    // For whom, and the card to pay to, are known: what is left are the key matters, each with its yes.
    await page.waitForURL(/\/matters$/);
    const done = page.locator('.matter[data-state=done]');
    for (let i = 0; i < 7; i += 1) {
      await expect(done).toHaveCount(i);
      await tabTo(page, '[data-present] button[data-main]');
      await expectFocusSeen(page);
      await keyboard.press('Enter');
    }
    await page.waitForURL(/\/check$/);
    await tabTo(page, 'button[data-main]');
    await keyboard.press('Enter');
    await page.waitForURL(/\/sent$/);
    await expect(page.locator('.big-number-value')).toContainText(/\d{4}/);
  });
});

test.describe('enlarged to 400 %', () => {
  // 1280 x 1024 at 400 % is a window of 320 x 256 (W-1.4.10).
  test.use({ isMobile: false, hasTouch: false, viewport: { width: 320, height: 256 } });

  for (const mode of ['senior', 'standard'] as const) {
    test(`a claim is filed without scrolling sideways (${mode})`, async ({ page }) => {
      test.slow();
      const claimant = new Claimant(page, 'hospital', mode);
      await claimant.begin();
      await claimant.answerAll(elder?.answers ?? {}, '13800000010', (where) =>
        expectNothingSideways(page, where),
      );
      await claimant.send();
      await expectNothingSideways(page, 'the end page');
    });
  }
});
