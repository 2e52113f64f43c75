import type { Page } from '@playwright/test';
import { journeys } from '../journeys/journeys.ts';
import { Claimant } from './support/claimant.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test } from './support/test.ts';

const journey = journeys().find(({ name }) => name === 'outpatient-young');
const answers = journey?.answers ?? {};

async function atCheckPage(
  page: Page,
  phone: string,
  mode: 'senior' | 'standard' = 'standard',
): Promise<Claimant> {
  const claimant = new Claimant(page, 'outpatient', mode);
  await claimant.begin();
  await claimant.answerAll(answers, phone);
  return claimant;
}

async function claimsOf(page: Page): Promise<number> {
  const answer = await page.request.get('/api/claims');
  return ((await answer.json()) as { claims: unknown[] }).claims.length;
}

test('a connection lost at submit loses nothing and sends nothing twice', async ({
  page,
  expectConsole,
}) => {
  test.slow();
  expectConsole(/ERR_FAILED|Failed to (load|fetch)/);
  const claimant = await atCheckPage(page, '13800000003');
  const before = await claimsOf(page);
  // The request reaches the server, its answer never comes back.
  let isCut = true;
  await page.route('**/api/claims', async (route) => {
    if (route.request().method() !== 'POST' || !isCut) return route.continue();
    isCut = false;
    await route.fetch();
    return route.abort();
  });
  await claimant.press('claims', 'check.send');
  await expect(page.getByRole('alert')).toContainText(
    claimant.say('claims', 'check.offline.title'),
  );
  await claimant.press('claims', 'check.offline.retry');
  await page.waitForURL(/\/sent$/);
  expect(await claimsOf(page)).toBe(before + 1);
});

test('two quick taps on "send" make one claim', async ({ page }) => {
  test.slow();
  const claimant = await atCheckPage(page, '13800000007');
  const before = await claimsOf(page);
  await page.getByRole('button', { name: claimant.say('claims', 'check.send') }).dblclick();
  await page.waitForURL(/\/sent$/);
  expect(await claimsOf(page)).toBe(before + 1);
});

test('answers survive a reload, and the claim opens at the next question', async ({ page }) => {
  const claimant = new Claimant(page, 'outpatient', 'senior');
  await claimant.begin();
  await claimant.answer('cause', 'accident');
  await claimant.next();
  await page.locator('#field-accidentOn').waitFor();
  await page.reload();
  await page.locator('#field-accidentOn').waitFor();
  await page.goto('/claims/new/outpatient/check');
  await expect(page).toHaveURL(/\/outpatient\/accident-day$/);
  await page.goto('/claims/new');
  await expect(
    page.getByRole('heading', { name: claimant.say('claims', 'choose.resume.title') }),
  ).toBeVisible();
});

test('a change of mode in the middle keeps every answer', async ({ page }) => {
  const claimant = new Claimant(page, 'outpatient', 'senior');
  await claimant.begin();
  await claimant.answer('cause', 'accident');
  await claimant.next();
  await page.locator('#field-accidentOn').waitFor();
  await page.goto('/claims/new/outpatient/accident-day?mode=standard');
  await expect(page.locator('#field-cause input:checked')).toHaveCount(1);
  await expect(page.locator('#field-accidentOn')).toBeVisible();
});

test('what is wrong is said beside the field and in a summary that takes focus', async ({
  page,
}) => {
  const claimant = new Claimant(page, 'outpatient', 'standard');
  await claimant.begin();
  await page.locator('.question-form').waitFor();
  await claimant.next();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(1);
  await expect(page.locator('.field-error')).toHaveCount(1);
  await summary.getByRole('link').first().click();
  await expect(page.locator('#field-cause input').first()).toBeFocused();
  await claimant.answer('cause', 'accident');
  await expect(page.locator('.field-error')).toHaveCount(0);
  await claimant.answer('accidentOn', '2031-01-01');
  await claimant.next();
  await expect(page.locator('.field-error')).toHaveCount(1);
});

test('a list of papers that is not complete says which one is missing, and opens it', async ({
  page,
}) => {
  const claimant = new Claimant(page, 'outpatient', 'senior');
  await atPapers(claimant);
  await claimant.next();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link').first().click();
  await expect(page.locator('#field-invoicePhotos :focus')).toHaveCount(1);
});

/** The page with all papers of a doctor's visit. */
async function atPapers(claimant: Claimant): Promise<void> {
  await claimant.begin();
  for (const field of ['cause', 'healthConsent']) {
    await claimant.page.locator(`#field-${field}`).waitFor();
    await claimant.answer(field, answers[field] ?? '');
    await claimant.next();
  }
  await claimant.page.locator('#field-invoicePhotos').waitFor();
}

test.describe('a file that is no photo', () => {
  test.beforeEach(async ({ page }) => {
    await atPapers(new Claimant(page, 'outpatient', 'senior'));
  });
  const album = '#field-invoicePhotos input[type=file][multiple]';

  test('is told plainly when it is a program with a photo’s name', async ({ page }) => {
    const buffer = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)]);
    await page.locator(album).setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
    await expect(page.locator('.photo[data-state=rejected]')).toContainText('重新拍');
    // And a good one beside it still counts.
    await page.locator(album).setInputFiles(await invoicePhoto(3));
    await expect(page.locator('.photo[data-state=received]')).toHaveCount(1);
  });

  test('is told plainly when it is far too large, and nothing is sent in vain', async ({
    page,
  }) => {
    const buffer = Buffer.alloc(45 * 1024 * 1024, 255);
    await page.locator(album).setInputFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer });
    await expect(page.locator('.photo[data-state=rejected]')).toContainText('太大');
  });

  test('waits on the phone when the line is down, and goes when asked again', async ({
    page,
    expectConsole,
  }) => {
    expectConsole(/ERR_|Failed to/);
    await page.route('**/api/uploads', (route) => route.fulfill({ status: 400, body: 'no' }));
    await page.locator(album).setInputFiles(await invoicePhoto(4));
    await expect(page.locator('.photo[data-state=failed]')).toBeVisible();
    await page.unroute('**/api/uploads');
    await page.locator('.photo[data-state=failed] button').first().click();
    await expect(page.locator('.photo[data-state=received]')).toHaveCount(1);
  });
});
