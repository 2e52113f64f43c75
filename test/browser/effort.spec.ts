import { journeys } from '../journeys/journeys.ts';
import { Claimant } from './support/claimant.ts';
import { watchEffort } from './support/effort.ts';
import { stayInvoice } from './support/stay-invoice.ts';
import { expect, test } from './support/test.ts';

/** Issue: a hospital claim of a signed-in customer of 70, the photos being readable. */
const GOAL = { pages: 5, taps: 8, typed: 0 };

test('at 70, after the photo of a readable invoice, nothing is typed and eight taps send the claim', async ({
  page,
  context,
}) => {
  test.slow();
  const journey = journeys().find(({ name }) => name === 'hospital-at-70');
  const phone = '13800000001';
  const claimant = new Claimant(page, 'hospital', 'senior');
  await page.goto('/sign-in?mode=senior&next=/');
  await claimant.signIn(phone);
  await page.waitForURL(({ pathname }) => pathname === '/');
  await claimant.begin();
  await claimant.answerAll(journey?.answers ?? {}, phone, undefined, 'papers');
  await page
    .locator('#field-invoicePhotos input[type=file][multiple]')
    .setInputFiles(await stayInvoice(context));
  await expect(page.locator('#field-invoicePhotos .photo[data-state=received]')).toHaveCount(1);
  await claimant.fillPapers({ dischargePhotos: ['photo'] });
  // Read by the server's own reader, on its own time: the person would not wait, the test does.
  await expect
    .poll(
      async () => {
        const list = await page.request.get('/api/drafts');
        const { drafts } = (await list.json()) as { drafts: { id: string }[] };
        const draft = await page.request.get(`/api/drafts/${drafts[0]?.id}`);
        const { known = [] } = (await draft.json()) as { known?: { name: string }[] };
        return known.map(({ name }) => name);
      },
      { timeout: 60_000 },
    )
    .toEqual(expect.arrayContaining(['admittedOn', 'dischargedOn', 'totalFen']));

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
