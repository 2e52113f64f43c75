import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import { yesTo } from '#domain/flow/yes-to.ts';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/lib/chromium.mjs';
import { Claimant } from './claimant.ts';
import { codeSentTo } from './codes.ts';
import { expect, test as base } from './test.ts';
import { wordsOf } from './words.ts';

export const offline = wordsOf('zh-CN', 'senior');
export const flow = findFlow('outpatient') as Flow;

/** A phone with a disk of its own: what is closed can be opened again. */
interface Phone {
  page: Page;
  context: BrowserContext;
  /** The battery is empty: the page has no time for anything. Then it is opened again. */
  restart: () => Promise<Page>;
}

export const test = base.extend<{ newPhone: () => Promise<Phone> }>({
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

export const begin = async (page: Page, mode: 'senior' | 'standard' = 'senior') => {
  const claimant = new Claimant(page, 'outpatient', mode);
  await page.goto(`/claims/new/outpatient/cause?mode=${mode}`);
  await page.locator('#field-cause').waitFor();
  return claimant;
};
export const choice = (page: Page, field: string) => page.locator(`#field-${field} input:checked`);

/** The one open draft of whoever this phone belongs to, as the server has it. */
export async function draftOf(page: Page): Promise<Draft> {
  const list = await page.request.get('/api/drafts');
  const { drafts } = (await list.json()) as { drafts: { id: string }[] };
  expect(drafts).toHaveLength(1);
  const draft = await page.request.get(`/api/drafts/${drafts[0]?.id}`);
  return (await draft.json()) as Draft;
}

export const own = (page: Page) => ({ headers: { origin: new URL(page.url()).origin } });

export async function change(page: Page, changes: Answers): Promise<void> {
  const { id, version } = await draftOf(page);
  const list = Object.entries(changes).map(([field, value]) => ({ field, value }));
  const data = { baseVersion: version, changes: list };
  const answer = await page.request.patch(`/api/drafts/${id}`, { data, ...own(page) });
  expect(answer.status()).toBe(200);
}

/** Signs in by the API: the page of it is tested elsewhere. */
export async function signIn(page: Page, phone: string): Promise<void> {
  const code = await codeSentTo(page, phone, async () => {
    await page.request.post('/api/sessions/codes', { data: { phone }, ...own(page) });
  });
  const answer = await page.request.post('/api/sessions', { data: { phone, code }, ...own(page) });
  expect(answer.status()).toBe(200);
}

/** Everything that a claim needs, its key matters included, without one tap. */
export async function fillIn(page: Page, given: Answers): Promise<void> {
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

export const claimsOf = async (page: Page) => {
  const answer = await page.request.get('/api/claims');
  return ((await answer.json()) as { claims: unknown[] }).claims.length;
};
