import type { Page } from '@playwright/test';
import { codeSentTo } from './support/codes.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const html = 'html';
const say = wordsOf('zh-CN', 'standard');
const line = '[data-advice=line]';
const first = '[data-advice=first]';
const offer = '[data-advice=offer]';

async function settle(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor();
  await page.waitForTimeout(700);
}
const confirm = (page: Page) => page.getByRole('button', { name: say('display', 'first.go') });

test('the first visit meets a choice of two in the page, and never again once it has chosen', async ({
  page,
}) => {
  await page.goto('/');
  await expect(
    page.getByRole('radio', { name: say('display', 'first.standard.title') }),
  ).toBeChecked();
  await page.locator(first).getByText(say('display', 'first.senior.title')).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
  await confirm(page).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await expect(page.locator(first)).toHaveCount(0);
  await page.goto('/');
  await settle(page);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await expect(page.locator(first)).toHaveCount(0);
});

test('who passes the choice by is not asked again, and nothing has moved when it came', async ({
  page,
}) => {
  await page.goto('/');
  const before = await page.locator('h1').boundingBox();
  await expect(page.locator(first)).toBeVisible();
  const after = await page.locator('h1').boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(24);
  await page.getByRole('link', { name: say('home', 'jobs.branches.title') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goto('/');
  await settle(page);
  await expect(page.locator(first)).toHaveCount(0);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('an address that asks for both modes opens the standard page with the choice', async ({
  page,
}) => {
  for (const query of ['?mode=senior&mode=standard', '?mode=standard&mode=senior']) {
    await page.goto(`/${query}`);
    await expect(page.locator(first)).toBeVisible();
    await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
  }
});

test('a corrupt choice, in cookie and storage, opens the standard page with the choice', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('sl_display', '{"mode":42');
    localStorage.setItem('sl_root', '9;NaN');
    localStorage.setItem('sl_advice', '[[[');
    sessionStorage.setItem('sl_auto', 'old.9.x');
    document.cookie = 'sl_display=%00%zz; Path=/';
  });
  await page.goto('/');
  await page.reload();
  await expect(page.locator(first)).toBeVisible();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('where storage and cookies are forbidden the page works and the choice holds while it is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
  });
  await page.goto('/');
  await page.locator(first).getByText(say('display', 'first.senior.title')).click();
  await confirm(page).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await expect(page.locator(first)).toHaveCount(0);
});

test('two tabs agree on the choice that was made last', async ({ page, context }) => {
  await page.goto('/?mode=standard');
  const other = await context.newPage();
  await other.goto('/settings');
  await settle(other);
  await page.goto('/');
  await settle(page);
  await other.getByRole('radio', { name: say('settings', 'mode.senior'), exact: true }).click();
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await other.evaluate(() => localStorage.setItem('sl_display', 'broken'));
  await page.waitForTimeout(200);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
});

async function signedLink(page: Page, kind: string): Promise<string> {
  await page.request.post('/api/staff/sessions', {
    data: { username: 'agent1', password: 'silverlane-demo' },
  });
  const answer = await page.request.post('/api/staff/links', { data: { kind } });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).pathname + new URL(url).search;
}

test('a signed link opens the large-text page and says who asked for it; an altered one says that it is over', async ({
  page,
  context,
}) => {
  const path = await signedLink(page, 'staff');
  await context.clearCookies();
  await page.goto(path);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  await expect(page.locator(line)).toContainText(say('display', 'reasons.link-staff'));
  // The mark of a visit says nothing of how its pages look.
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['sl_visit']);
  // The link is not handed on with the address.
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/branches');
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');
  // A page that is loaded anew still knows why it looks as it does, without asking anybody.
  await page.goto('/');
  await expect(page.locator(line)).toContainText(say('display', 'reasons.link-staff'));
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(path.replace('k=staff', 'k=qr'));
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
  await expect(page.getByText(say('display', 'link.expired'))).toBeVisible();
});

/** Three times on without an answer, then on with one. */
async function struggle(page: Page): Promise<void> {
  const next = page.locator('main button[type=submit]');
  for (let i = 0; i < 3; i += 1) {
    await next.click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByRole('heading', { level: 1 }).click();
  }
  await expect(page.locator(offer)).toHaveCount(0);
  await page.locator('#field-cause label').first().click();
  await next.click();
}

test('who had trouble is offered help between two steps, once, with the reason, and may decline', async ({
  page,
}) => {
  await page.goto('/?mode=senior');
  await page.goto('/claims/new/outpatient/cause');
  await settle(page);
  await struggle(page);
  await expect(page.locator(offer)).toBeVisible();
  await expect(page.locator(offer)).toContainText(say('display', 'reasons.errors'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: say('display', 'offer.family') }).click();
  await expect(page.getByText(say('display', 'offer.familyHow'))).toBeVisible();
  await page.getByRole('button', { name: say('display', 'offer.human') }).click();
  await expect(page.locator('[data-help=human-status]')).not.toBeEmpty();
  await page.getByRole('button', { name: say('display', 'offer.no') }).click();
  await expect(page.locator(offer)).toHaveCount(0);
  await page.goBack();
  await page.waitForTimeout(300);
  await expect(page.locator(offer)).toHaveCount(0);
});

test('nothing that is seen of a person is stored or sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).pathname.startsWith('/api/');
    if (isOurs) sent.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  await page.goto('/?mode=senior');
  await page.goto('/claims/new/outpatient/cause');
  await settle(page);
  await struggle(page);
  await expect(page.locator(offer)).toBeVisible();
  const kept = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    localStorage.getItem('sl_advice'),
  ]);
  const told = JSON.stringify([kept, sent]);
  expect(told).not.toMatch(/errors|pinch|near|visits|idle|\bage|60to79/i);
});

test('signing in as a customer of seventy opens the large-text page; in the middle of a claim it does not', async ({
  page,
  context,
}) => {
  const phone = '13800000011';
  const signIn = async () => {
    const code = await codeSentTo(page, phone, async () => {
      await page.locator('input[autocomplete^="tel"]').fill(phone);
      await page.locator('main button[type=submit]').click();
      await page.locator('input[autocomplete="one-time-code"]').waitFor();
    });
    await page.locator('input[autocomplete="one-time-code"]').fill(code);
    await page.locator('main button[type=submit]').click();
  };
  await page.goto('/sign-in?next=/claims');
  await settle(page);
  await signIn();
  await page.waitForURL(({ pathname }) => pathname === '/claims');
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'senior');

  await context.clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('/sign-in?next=/claims/new/outpatient/visit');
  await settle(page);
  await signIn();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/claims/new/'));
  await page.waitForTimeout(500);
  await expect(page.locator(html)).toHaveAttribute('data-mode', 'standard');
});

test('the search of the settings finds the switch first, and the page says why it looks as it does', async ({
  page,
}) => {
  await page.goto('/settings#why');
  await settle(page);
  await expect(page.getByRole('heading', { name: say('display', 'why.title') })).toBeInViewport();
  await expect(page.getByText(say('display', 'why.service'))).toBeVisible();
  for (const name of ['长辈版', '亲情版', '关爱版', '关怀版', '大字', '字体']) {
    await page.getByLabel(say('settings', 'search.label')).fill(name);
    const groups = page.locator('main').getByRole('radiogroup');
    await expect(groups.first()).toHaveAccessibleName(say('settings', 'mode.label'));
  }
  await page.getByLabel(say('settings', 'search.label')).fill('');
  await page.getByRole('button', { name: say('display', 'never.on') }).click();
  await page.goto('/');
  await settle(page);
  await expect(page.locator(first)).toHaveCount(0);
});
