import { expect, type Page } from '@playwright/test';
import type { Answers } from '#domain/flow/types.ts';
import type { Claimant } from './claimant.ts';
import { stayInvoice } from './stay-invoice.ts';

/**
 * A hospital claim up to the page of the papers, with an invoice on it that our own server has read: what it says is
 * known and the button that leads on is the next thing to press. The person would not wait for the reading; this does.
 */
export async function bringReadInvoice(
  page: Page,
  claimant: Claimant,
  answers: Answers,
  phone: string,
): Promise<void> {
  await claimant.begin();
  await claimant.answerAll(answers, phone, undefined, 'papers');
  await page
    .locator('#field-invoicePhotos input[type=file][multiple]')
    .setInputFiles(await stayInvoice(page.context()));
  await expect(page.locator('#field-invoicePhotos .photo[data-state=received]')).toHaveCount(1);
  await claimant.fillPapers({ dischargePhotos: ['photo'] });
  await expect
    .poll(() => knownNames(page), { timeout: 60_000 })
    .toEqual(expect.arrayContaining(['admittedOn', 'dischargedOn', 'totalFen']));
}

async function knownNames(page: Page): Promise<string[]> {
  const list = await page.request.get('/api/drafts');
  const { drafts } = (await list.json()) as { drafts: { id: string }[] };
  const draft = await page.request.get(`/api/drafts/${drafts[0]?.id}`);
  const { known = [] } = (await draft.json()) as { known?: { name: string }[] };
  return known.map(({ name }) => name);
}
