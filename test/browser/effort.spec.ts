import { journeys } from '../journeys/journeys.ts';
import { Claimant } from './support/claimant.ts';
import { watchEffort } from './support/effort.ts';
import { expect, test } from './support/test.ts';
import { bringReadInvoice } from './support/with-read-invoice.ts';

/** A hospital claim of a signed-in customer of 70, the photos being readable: what it may cost after the photos. */
const GOAL = { pages: 5, taps: 8, typed: 0 };

test('at 70, after the photo of a readable invoice, nothing is typed and eight taps send the claim', async ({
  page,
}) => {
  test.slow();
  const journey = journeys().find(({ name }) => name === 'hospital-at-70');
  const phone = '13800000001';
  const claimant = new Claimant(page, 'hospital', 'senior');
  await page.goto('/sign-in?mode=senior&next=/');
  await claimant.signIn(phone);
  await page.waitForURL(({ pathname }) => pathname === '/');
  await bringReadInvoice(page, claimant, journey?.answers ?? {}, phone);

  const effort = await watchEffort(page);
  await claimant.goOn();
  await page.waitForURL(/\/matters$/);
  await claimant.agreeToMatters();
  await page.waitForURL(/\/check$/);
  await expect(page.locator('main')).toContainText('2,680.50');
  await claimant.send();
  const { pages, taps, typed } = effort.read();
  expect(pages).toBeLessThanOrEqual(GOAL.pages);
  // The button that leaves the photos' page belongs to the photos.
  expect(taps - 1).toBeLessThanOrEqual(GOAL.taps);
  expect(typed).toBe(GOAL.typed);
});
