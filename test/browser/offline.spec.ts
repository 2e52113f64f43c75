import type { Page } from '@playwright/test';
import {
  begin,
  change,
  choice,
  claimsOf,
  draftOf,
  fillIn,
  offline,
  own,
  signIn,
  test,
} from './support/phone.ts';
import { expect } from './support/test.ts';

test('answers given in airplane mode are there after a dead battery, and reach us when there is a signal', async ({
  newPhone,
}) => {
  test.slow();
  const phone = await newPhone();
  const claimant = await begin(phone.page);
  await phone.context.setOffline(true);
  await claimant.answer('cause', 'illness');
  await expect(phone.page.getByText(offline('offline', 'waiting.phone').slice(0, 8))).toBeVisible();
  await claimant.next();
  await phone.page.locator('#field-healthConsent').waitFor();
  await claimant.answer('healthConsent', true);

  // The pages come, the answers' way is still shut: what is shown can only come from the phone.
  const page = await phone.restart();
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.goto('/claims/new/outpatient/health-consent');
  await expect(choice(page, 'healthConsent')).toHaveCount(1);
  expect((await draftOf(page)).answers).toEqual({});
  await page.unroute('**/api/**');
  await expect
    .poll(async () => (await draftOf(page)).answers, { timeout: 20_000 })
    .toMatchObject({ cause: 'illness', healthConsent: true });
});

/** How often each sealed thing on this phone was written; what it is cannot be seen. */
const writtenOn = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const open = indexedDB.open('silverlane');
        open.onsuccess = () => {
          const boxes = open.result.transaction('box').objectStore('box').getAll();
          boxes.onsuccess = () => {
            open.result.close();
            const all = boxes.result as readonly { revision: number }[];
            resolve(all.map(({ revision }) => revision).join());
          };
        };
      }),
  );

test('the page itself opens again in airplane mode, and the claim goes on', async ({
  newPhone,
}) => {
  test.slow();
  const phone = await newPhone();
  const claimant = await begin(phone.page);
  await expect
    .poll(() => phone.page.evaluate(async () => Boolean(await caches.match('/kept-page'))))
    .toBe(true);
  await claimant.answer('cause', 'illness');
  await phone.context.setOffline(true);
  await phone.page.reload();
  await expect(choice(phone.page, 'cause')).toHaveCount(1);
  await claimant.next();
  await phone.page.locator('#field-healthConsent').waitFor();
  const before = await writtenOn(phone.page);
  await claimant.answer('healthConsent', true);
  // On the phone's disk: a moment after the tap, like all that is sealed.
  await expect.poll(() => writtenOn(phone.page)).not.toBe(before);
  await phone.page.goto('/claims/new/outpatient/health-consent');
  await expect(choice(phone.page, 'healthConsent')).toHaveCount(1);
  // Nothing of a person is kept with the pages.
  const kept = await phone.page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept.filter((path) => !/^\/(assets\/|kept-page$)/.test(path))).toEqual([]);
  await phone.context.setOffline(false);
  await expect
    .poll(async () => (await draftOf(phone.page)).answers)
    .toMatchObject({ healthConsent: true });
});

test('a claim begun without a signal is made once', async ({ newPhone }) => {
  const phone = await newPhone();
  await phone.page.goto('/?mode=senior');
  await phone.page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  const claimant = await begin(phone.page);
  await claimant.answer('cause', 'accident');
  await expect(choice(phone.page, 'cause')).toHaveCount(1);
  await phone.page.unroute('**/api/**');
  await phone.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect
    .poll(async () => {
      const list = await phone.page.request.get('/api/drafts');
      return ((await list.json()) as { drafts: unknown[] }).drafts.length;
    })
    .toBe(1);
  await expect.poll(async () => (await draftOf(phone.page)).answers).toEqual({ cause: 'accident' });
});

test('two phones answer one question differently: both answers stand beside it', async ({
  newPhone,
}) => {
  test.slow();
  const [one, other] = [await newPhone(), await newPhone()];
  const claimant = await begin(one.page);
  await claimant.answer('cause', 'illness');
  await expect.poll(async () => (await draftOf(one.page)).answers.cause).toBe('illness');
  await signIn(one.page, '13800000005');
  await other.page.goto('/');
  await signIn(other.page, '13800000005');
  await one.page.goto('/claims/new/outpatient/cause');
  await expect(choice(one.page, 'cause')).toHaveCount(1);

  await one.page.route('**/api/drafts/**', (route) => route.abort('internetdisconnected'));
  await claimant.answer('cause', 'accident');
  await change(other.page, { healthConsent: true });
  await change(other.page, { cause: 'illness' });
  const { id } = await draftOf(other.page);
  // The other one has thought again, twice: its answer is another than the one both began with.
  const answer = await other.page.request.patch(`/api/drafts/${id}`, {
    data: {
      baseVersion: (await draftOf(other.page)).version,
      changes: [{ field: 'cause', value: null }],
    },
    ...own(other.page),
  });
  expect(answer.status()).toBe(200);
  await one.page.unroute('**/api/drafts/**');
  await one.page.evaluate(() => dispatchEvent(new Event('online')));

  const conflict = one.page.locator('[data-conflict="cause"]');
  await expect(conflict).toBeVisible();
  expect((await draftOf(other.page)).answers).toEqual({ healthConsent: true });
  // It is still there after a reload, and what is chosen holds on both.
  await one.page.reload();
  await conflict.getByRole('button').first().click();
  await expect(conflict).toHaveCount(0);
  await expect
    .poll(async () => (await draftOf(other.page)).answers)
    .toEqual({ healthConsent: true, cause: 'accident' });
});

test('two tabs of one phone share the claim and lose no answer', async ({ newPhone }) => {
  const phone = await newPhone();
  const claimant = await begin(phone.page, 'standard');
  const second = await phone.context.newPage();
  const other = await begin(second, 'standard');
  await claimant.answer('cause', 'illness');
  await expect(choice(second, 'cause')).toHaveCount(1);
  await other.answer('cause', 'accident');
  await expect.poll(() => choice(phone.page, 'cause').getAttribute('value')).toBe('accident');
  await expect.poll(async () => (await draftOf(second)).answers.cause).toBe('accident');
  await expect(second.locator('[data-conflict]')).toHaveCount(0);
  await expect(phone.page.locator('[data-conflict]')).toHaveCount(0);
});

test('"send" without a signal is kept, asked for once more, and makes one claim', async ({
  newPhone,
}) => {
  test.slow();
  const phone = await newPhone();
  await begin(phone.page);
  await expect.poll(async () => (await draftOf(phone.page)).version).toBeGreaterThan(0);
  await signIn(phone.page, '13800000006');
  await fillIn(phone.page, {
    cause: 'illness',
    healthConsent: true,
    invoicePhotos: 'none',
    visitedOn: (await draftOf(phone.page)).today,
    amountFen: 12_000,
    insured: (await draftOf(phone.page)).insureds?.[0]?.id ?? 'self',
    payoutTo: 'counter',
    payeeWho: 'self',
  });
  await phone.page.goto('/claims/new/outpatient/check');
  const send = phone.page.getByRole('button', { name: offline('claims', 'check.send') });
  await send.waitFor();
  await phone.context.setOffline(true);
  await send.click();
  await expect(phone.page.getByRole('alert')).toContainText(
    offline('offline', 'outbox.waiting.note').slice(0, 10),
  );

  // A dead battery in between, then a signal: nothing goes before the person says so.
  const page = await phone.restart();
  await page.goto('/claims/new/outpatient/check');
  await expect(page.getByText(offline('offline', 'outbox.ask.title'))).toBeVisible();
  expect(await claimsOf(page)).toBe(0);
  await page.getByRole('button', { name: offline('claims', 'check.offline.retry') }).dblclick();
  await page.waitForURL(/\/sent$/);
  expect(await claimsOf(page)).toBe(1);
});
