import type { Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import { paperWays } from '#domain/flow/types.ts';
import { journeys } from '../journeys/journeys.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const journey = journeys().find(({ name }) => name === 'hospital-at-70');
const answers = journey?.answers ?? {};

/** Somebody with everything answered up to the key matters. */
async function atMatters(page: Page, mode: 'standard' | 'senior', phone: string) {
  const claimant = new Claimant(page, 'hospital', mode);
  await claimant.begin();
  await claimant.answerAll(answers, phone, undefined, 'matters');
  return claimant;
}
const yes = (page: Page, claimant: Claimant) =>
  page
    .locator('[data-present]')
    .getByRole('button', { name: new RegExp(`^${claimant.say('claims', 'matters.yes')}`) });
const done = (page: Page) => page.locator('.matter[data-state="done"]');

test.describe('what happened', () => {
  for (const mode of ['senior', 'standard'] as const) {
    test(`is understood from one sentence, and shown for a yes (${mode})`, async ({ page }) => {
      const claimant = new Claimant(page, 'outpatient', mode);
      await page.goto(`/claims/new?mode=${mode}`);
      await page.getByLabel(claimant.say('claims', 'tell.label')).fill('昨天发烧，去看了医生');
      await claimant.press('claims', 'tell.look');
      const kind = claimant.say('claims', 'kinds.outpatient.title');
      const meant = page.getByRole('heading', {
        name: claimant.say('claims', 'tell.meant', { kind }),
      });
      await expect(meant).toBeFocused();
      await expect(page.getByText(claimant.say('claims', 'fields.cause.short'))).toBeVisible();
      await expectNoAxeFinding(page, `what happened, understood (${mode})`);
      await expectTargetSizes(page, `what happened, understood (${mode})`);
      await expectNothingSideways(page, `what happened, understood (${mode})`);
      await claimant.press('claims', 'tell.yes');
      // Why is answered: the next question is open, and the answer stands in the claim.
      await expect(page).toHaveURL(/outpatient\/health-consent$/);
    });
  }

  test('ends with a person where the sentence fits nothing', async ({ page }) => {
    const claimant = new Claimant(page, 'other', 'senior');
    await page.goto('/claims/new?mode=senior');
    await page.getByLabel(claimant.say('claims', 'tell.label')).fill('航班取消了');
    await claimant.press('claims', 'tell.look');
    const kind = claimant.say('claims', 'kinds.other.title');
    await expect(
      page.getByRole('heading', { name: claimant.say('claims', 'tell.meant', { kind }) }),
    ).toBeVisible();
  });
});

test.describe('the key matters', () => {
  test('are put one at a time in large text, and each with its yes is one line', async ({
    page,
  }) => {
    test.slow();
    const claimant = await atMatters(page, 'senior', '13800000001');
    await expect(page.locator('.matter')).toHaveCount(1);
    await yes(page, claimant).click();
    await expect(done(page)).toHaveCount(1);
    await expect(page.locator('[data-present] .matter-title')).toBeFocused();
    await expect(page.locator('.matter')).toHaveCount(2);
    await expectNoAxeFinding(page, 'the second matter');
    // A line can be opened again, and closed.
    await done(page).getByRole('button').click();
    await expect(done(page).getByRole('button')).toHaveAttribute('aria-expanded', 'true');
  });

  test('lose a yes when an answer that it was said to is changed', async ({ page }) => {
    test.slow();
    const claimant = await atMatters(page, 'senior', '13800000001');
    await yes(page, claimant).click();
    await expect(done(page)).toHaveCount(1);
    await done(page).getByRole('button').click();
    await done(page)
      .getByRole('link', { name: claimant.say('claims', 'check.change') })
      .last()
      .click();
    await page.locator('#field-dischargedOn').waitFor();
    await claimant.answer('dischargedOn', '2026-11-10');
    await claimant.goOn();
    await page.waitForURL(/\/matters$/);
    await expect(page.locator('[data-present]')).toBeVisible();
    await expect(done(page)).toHaveCount(0);
  });

  test('take a question to a person, and the others go on meanwhile', async ({ page }) => {
    test.slow();
    const claimant = await atMatters(page, 'standard', '13800000001');
    await page
      .locator('[data-present]')
      .getByRole('button', { name: claimant.say('claims', 'matters.question') })
      .click();
    await expect(page.locator('[data-help=human-status]')).not.toBeEmpty();
    await claimant.press('claims', 'matters.pass');
    await expect(page.locator('[data-present]')).toHaveAttribute('id', 'field-matterWhom');
    await expectNoAxeFinding(page, 'a matter with a question');
    // Without its yes nothing is sent.
    await page.goto('/claims/new/hospital/check');
    await expect(page).toHaveURL(/\/matters$/);
  });

  test('can be gone through with the keyboard alone', async ({ page }) => {
    test.slow();
    const claimant = await atMatters(page, 'standard', '13800000001');
    await yes(page, claimant).focus();
    for (let i = 1; i <= 7; i += 1) {
      await page.keyboard.press('Enter');
      if (i === 7) break;
      await expect(page.locator('[data-present] .matter-title')).toBeFocused();
      await expect(done(page)).toHaveCount(i);
      const at = yes(page, claimant);
      for (let tab = 0; tab < 30; tab += 1) {
        if (await at.evaluate((one) => one === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
    }
    await page.waitForURL(/\/check$/);
  });
});

test.describe('a paper without a photo', () => {
  for (const way of paperWays) {
    test(`can come another way: ${way}`, async ({ page }) => {
      test.slow();
      const claimant = new Claimant(page, 'hospital', 'senior');
      await claimant.begin();
      await claimant.answerAll(answers, '13800000001', undefined, 'papers');
      await claimant.bringPaper('invoicePhotos', way);
      const card = page.locator('#field-invoicePhotos');
      await expect(card).toHaveAttribute('data-state', 'way');
      await expectNoAxeFinding(page, `papers, ${way}`);
      await expectTargetSizes(page, `papers, ${way}`);
      await expectNothingSideways(page, `papers, ${way}`);
      await page.reload();
      await expect(card).toHaveAttribute('data-state', 'way');
      await expect(card).toContainText(claimant.say('claims', `ways.${way}.title`));
    });
  }
});

/** A server that has read the papers: what they say is known from now on. */
async function withReadPapers(page: Page): Promise<void> {
  const read = (draft: Draft): Draft => {
    const invoice = draft.documents.find(({ field }) => field === 'invoicePhotos');
    if (!invoice || !draft.insureds) return draft;
    const from = { source: 'paper', documentId: invoice.id } as const;
    const box = { x: 0.12, y: 0.25, width: 0.4, height: 0.06 };
    return {
      ...draft,
      known: [
        ...(draft.known ?? []),
        { name: 'admittedOn', value: '2026-11-02', ...from, box },
        { name: 'dischargedOn', value: '2026-11-09', ...from },
        { name: 'totalFen', value: 268050, ...from, box },
      ],
    };
  };
  await page.route(/\/api\/drafts\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    return route.fulfill({ response, json: read((await response.json()) as Draft) });
  });
}

async function signedIn(page: Page, claimant: Claimant, phone: string): Promise<void> {
  await page.goto('/sign-in?next=/claims');
  await claimant.signIn(phone);
  await page.waitForURL((url) => url.pathname === '/claims');
}

test.describe('what the papers say', () => {
  // Customers of whom no claim is left open by another test.
  const phones = { senior: '13800000002', standard: '13800000003' } as const;
  for (const mode of ['senior', 'standard'] as const) {
    test(`is not asked again but shown with its place, and is sent after a yes (${mode})`, async ({
      page,
    }) => {
      test.slow();
      await withReadPapers(page);
      const claimant = new Claimant(page, 'hospital', mode);
      await page.goto(`/?mode=${mode}`);
      await signedIn(page, claimant, phones[mode]);
      await claimant.begin();
      const pages: string[] = [];
      await claimant.answerAll(answers, phones[mode], async (id) => {
        pages.push(id);
        if (id !== 'matters') return;
        const present = page.locator('[data-present]');
        await expect(present).toContainText(claimant.say('claims', 'sources.papers.invoicePhotos'));
        await expect(present.locator('.crop img').first()).toBeVisible();
        await expectNoAxeFinding(page, `matters with proposals (${mode})`);
        await expectTargetSizes(page, `matters with proposals (${mode})`);
        await expectNothingSideways(page, `matters with proposals (${mode})`);
      });
      expect(pages.slice(-3)).toEqual(['papers', 'matters', 'check']);
      await expect(page.locator('main')).toContainText('2,680.50');
      await claimant.send();
    });
  }

  test('can be changed, and then it is the customer’s own answer', async ({ page }) => {
    test.slow();
    await withReadPapers(page);
    const claimant = new Claimant(page, 'hospital', 'senior');
    await page.goto('/?mode=senior');
    await signedIn(page, claimant, '13800000008');
    await claimant.begin();
    await claimant.answerAll(answers, '13800000008', undefined, 'matters');
    await page.goto('/claims/new/hospital/amount?from=matters');
    await expect(page.locator('#field-amountFen')).toHaveValue(/^2680\.50?$/);
    await claimant.answer('amountFen', 100000);
    await claimant.goOn();
    await page.waitForURL(/\/matters$/);
    await claimant.agreeToMatters();
    await page.waitForURL(/\/check$/);
    await expect(page.locator('main')).toContainText('1,000.00');
  });
});
