import type { Page } from '@playwright/test';
import { startServer } from '../support/server-process.ts';
import { codeSentTo } from './support/codes.ts';
import { begin, change, choice, draftOf, offline, signIn, test } from './support/phone.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test as base } from './support/test.ts';

test('a photo taken without a signal is still on the phone after a reload, and goes by itself', async ({
  newPhone,
}) => {
  test.slow();
  const phone = await newPhone();
  await begin(phone.page);
  await expect.poll(async () => (await draftOf(phone.page)).version).toBeGreaterThan(0);
  await change(phone.page, { cause: 'illness', healthConsent: true });
  await phone.page.goto('/claims/new/outpatient/papers');
  const album = (page: Page) => page.locator('input[type=file][multiple]').first();
  await album(phone.page).waitFor({ state: 'attached' });
  await phone.page.route('**/api/uploads**', (route) => route.abort('internetdisconnected'));
  await phone.context.setOffline(true);
  await album(phone.page).setInputFiles(await invoicePhoto(7));
  await expect(phone.page.locator('.photo[data-state=waiting]')).toBeVisible();
  await expect.poll(() => boxes(phone.page)).toBeGreaterThan(1);

  const page = await phone.restart();
  await page.goto('/claims/new/outpatient/papers');
  await expect(page.locator('.photo[data-state=received]')).toHaveCount(1);
  await expect.poll(async () => (await draftOf(page)).answers.invoicePhotos).toHaveLength(1);
});

/** How many sealed things lie in the phone's database. */
const boxes = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open('silverlane');
        open.onsuccess = () => {
          const count = open.result.transaction('box').objectStore('box').count();
          count.onsuccess = () => {
            open.result.close();
            resolve(count.result);
          };
        };
      }),
  );

test('nothing that was answered can be read in the phone’s storage, and signing out destroys the rest', async ({
  newPhone,
}) => {
  const phone = await newPhone();
  const claimant = await begin(phone.page, 'standard');
  await claimant.answer('cause', 'accident');
  await expect.poll(async () => (await draftOf(phone.page)).answers.cause).toBe('accident');
  await signIn(phone.page, '13800000004');
  await phone.page.reload();
  await expect(choice(phone.page, 'cause')).toHaveCount(1);
  const stored = await phone.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('silverlane');
      open.onsuccess = () => resolve(open.result);
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve) => {
        const store = database.transaction(name).objectStore(name);
        const keys = store.getAllKeys();
        const values = store.getAll();
        values.onsuccess = () => resolve([keys.result, values.result]);
      });
    const [keys, boxed] = [await all('key'), await all('box')];
    database.close();
    const text = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value as ArrayBuffer)
        : value instanceof CryptoKey
          ? `key that can be taken out: ${value.extractable}`
          : value && typeof value === 'object'
            ? Object.entries(value)
                .map(([k, v]) => `${k}=${text(v)}`)
                .join(' ')
            : String(value);
    return [
      text(keys),
      text(boxed),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join('\n');
  });
  expect(stored).toContain('key that can be taken out: false');
  for (const word of ['accident', 'cause', 'outpatient', '13800000004', 'extractable: true']) {
    expect(stored).not.toContain(word);
  }

  // A photo that did not go yet: told before it would be lost, and sent first.
  await change(phone.page, { cause: 'illness', healthConsent: true });
  await phone.page.route('**/api/uploads**', (route) => route.abort('internetdisconnected'));
  await phone.page.goto('/claims/new/outpatient/papers');
  const album = phone.page.locator('input[type=file][multiple]').first();
  await album.setInputFiles(await invoicePhoto(7));
  // Whatever the phone has to say of it: it is on the phone, and nowhere else.
  const kept = phone.page.locator('.photo:is([data-state=waiting], [data-state=advised])');
  await expect(kept).toBeVisible();
  await phone.page.goto('/settings');
  const press = (key: string) =>
    phone.page.getByRole('button', { name: offline('settings', key) }).click();
  await press('account.signOut');
  const one = offline('settings', 'account.unsent.photos_other').replace('{{count}}', '1');
  await expect(phone.page.getByText(one)).toBeVisible();
  await phone.page.unroute('**/api/uploads**');
  await press('account.unsent.sendFirst');
  await expect(phone.page.getByText(offline('settings', 'account.done'))).toBeVisible();
  await expect.poll(() => boxes(phone.page)).toBe(0);
  await signIn(phone.page, '13800000004');
  expect((await draftOf(phone.page)).answers.invoicePhotos).toHaveLength(1);
  await phone.page.goto('/settings');
  await press('account.signOut');
  await expect(phone.page.getByText(offline('settings', 'account.done'))).toBeVisible();
  await begin(phone.page, 'standard');
  await expect(choice(phone.page, 'cause')).toHaveCount(0);
});

test('on somebody else’s phone nothing is left behind, and the claim goes on', async ({
  newPhone,
}) => {
  const phone = await newPhone();
  const claimant = await begin(phone.page, 'standard');
  await claimant.answer('cause', 'accident');
  await expect.poll(async () => (await draftOf(phone.page)).answers.cause).toBe('accident');
  await phone.page.goto('/sign-in?next=/claims/new/outpatient/cause');
  const code = await codeSentTo(phone.page, '13800000010', async () => {
    await phone.page.locator('input[autocomplete^="tel"]').fill('13800000010');
    await phone.page.locator('main button[type=submit]').click();
    await phone.page.locator('input[autocomplete="one-time-code"]').waitFor();
  });
  await phone.page.locator('input[autocomplete="one-time-code"]').fill(code);
  await phone.page.getByText(offline('sign-in', 'code.lent.label')).click();
  await phone.page.locator('main button[type=submit]').click();
  await expect(choice(phone.page, 'cause')).toHaveCount(1);
  expect(await boxes(phone.page)).toBe(0);
  await phone.page.reload();
  await expect(choice(phone.page, 'cause')).toHaveCount(1);
  expect(await boxes(phone.page)).toBe(0);
});

base(
  'the server dies and comes back in the middle of a claim',
  async ({ browser, consoleWatch }) => {
    consoleWatch.expected.push(/ERR_|Failed to/);
    const server = await startServer();
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    const claimant = await begin(page, 'standard');
    await server.kill();
    await claimant.answer('cause', 'illness');
    await expect(page.getByText(offline('offline', 'waiting.phone').slice(0, 8))).toBeVisible();
    await server.start();
    await expect
      .poll(async () => (await draftOf(page)).answers, { timeout: 40_000 })
      .toEqual({ cause: 'illness' });
    await context.close();
    await server.dispose();
  },
);

test('a phone whose clock is a year behind still knows which day it is', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() - 365 * 86_400_000;
  });
  await begin(page);
  await expect.poll(async () => (await draftOf(page)).version).toBeGreaterThan(0);
  await change(page, { cause: 'illness', healthConsent: true, invoicePhotos: 'none' });
  const { today } = await draftOf(page);
  await page.goto('/claims/new/outpatient/visit');
  await page.locator('#field-visitedOn').waitFor();
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.locator('#field-visitedOn').getByRole('button', { name: /^今天/ }).click();
  await page.unroute('**/api/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(async () => (await draftOf(page)).answers.visitedOn).toBe(today);
});
