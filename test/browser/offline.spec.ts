import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import { yesTo } from '#domain/flow/yes-to.ts';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { startServer } from '../support/server-process.ts';
import { Claimant } from './support/claimant.ts';
import { codeSentTo } from './support/codes.ts';
import { invoicePhoto } from './support/photos.ts';
import { expect, test as base } from './support/test.ts';
import { wordsOf } from './support/words.ts';

const offline = wordsOf('zh-CN', 'senior');
const flow = findFlow('outpatient') as Flow;

/** A phone with a disk of its own: what is closed can be opened again. */
interface Phone {
  page: Page;
  context: BrowserContext;
  /** The battery is empty: the page has no time for anything. Then it is opened again. */
  restart: () => Promise<Page>;
}

const test = base.extend<{ newPhone: () => Promise<Phone> }>({
  newPhone: async ({ baseURL }, use) => {
    const open: BrowserContext[] = [];
    const folders: string[] = [];
    await use(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'silverlane-phone-'));
      folders.push(folder);
      const start = async () => {
        const context = await chromium.launchPersistentContext(folder, {
          executablePath: await findChromium(),
          args: CHROMIUM_ARGS,
          baseURL,
          viewport: { width: 360, height: 640 },
          hasTouch: true,
          isMobile: true,
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
        });
        open.push(context);
        return context;
      };
      const phone = {} as Phone;
      const take = async (context: BrowserContext) => {
        phone.context = context;
        phone.page = context.pages()[0] ?? (await context.newPage());
        return phone.page;
      };
      await take(await start());
      phone.restart = async () => {
        await phone.context.close();
        return take(await start());
      };
      return phone;
    });
    for (const context of open) await context.close().catch(() => undefined);
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
});

const begin = async (page: Page, mode: 'senior' | 'standard' = 'senior') => {
  const claimant = new Claimant(page, 'outpatient', mode);
  await page.goto(`/claims/new/outpatient/cause?mode=${mode}`);
  await page.locator('#field-cause').waitFor();
  return claimant;
};
const choice = (page: Page, field: string) => page.locator(`#field-${field} input:checked`);

/** The one open draft of whoever this phone belongs to, as the server has it. */
async function draftOf(page: Page): Promise<Draft> {
  const list = await page.request.get('/api/drafts');
  const { drafts } = (await list.json()) as { drafts: { id: string }[] };
  expect(drafts).toHaveLength(1);
  const draft = await page.request.get(`/api/drafts/${drafts[0]?.id}`);
  return (await draft.json()) as Draft;
}

const own = (page: Page) => ({ headers: { origin: new URL(page.url()).origin } });

async function change(page: Page, changes: Answers): Promise<void> {
  const { id, version } = await draftOf(page);
  const list = Object.entries(changes).map(([field, value]) => ({ field, value }));
  const data = { baseVersion: version, changes: list };
  const answer = await page.request.patch(`/api/drafts/${id}`, { data, ...own(page) });
  expect(answer.status()).toBe(200);
}

/** Signs in by the API: the page of it is tested elsewhere. */
async function signIn(page: Page, phone: string): Promise<void> {
  const code = await codeSentTo(page, phone, async () => {
    await page.request.post('/api/sessions/codes', { data: { phone }, ...own(page) });
  });
  const answer = await page.request.post('/api/sessions', { data: { phone, code }, ...own(page) });
  expect(answer.status()).toBe(200);
}

/** Everything that a claim needs, its key matters included, without one tap. */
async function fillIn(page: Page, given: Answers): Promise<void> {
  const draft = await draftOf(page);
  const context = { today: draft.today, insureds: draft.insureds?.map(({ id }) => id) };
  const answers: Record<string, AnswerValue> = { ...given };
  for (let i = 0; i < 20; i += 1) {
    const step = walkClaim(flow, answers, context).firstIncomplete;
    if (!step) return change(page, answers);
    for (const field of step.ask) {
      const spec = flow.fields[field];
      if (spec?.kind === 'matter')
        answers[field] = yesTo(spec, walkClaim(flow, answers, context).relevant);
    }
  }
  throw new Error(`not enough answers: ${JSON.stringify(answers)}`);
}

const claimsOf = async (page: Page) => {
  const answer = await page.request.get('/api/claims');
  return ((await answer.json()) as { claims: unknown[] }).claims.length;
};

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
  await claimant.answer('healthConsent', true);
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
  await signIn(phone.page, '13800000008');
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
  for (const word of ['accident', 'cause', 'outpatient', '13800000008', 'extractable: true']) {
    expect(stored).not.toContain(word);
  }

  await phone.page.goto('/settings');
  await phone.page.getByRole('button', { name: offline('settings', 'account.signOut') }).click();
  await expect(phone.page.getByText(offline('settings', 'account.done'))).toBeVisible();
  await expect.poll(() => boxes(phone.page)).toBe(0);
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
