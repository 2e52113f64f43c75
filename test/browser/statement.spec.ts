import type { BrowserContext, Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { consentsOf } from '#domain/flow/claim-walk.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { completed } from '../journeys/completed.ts';
import { journeys } from '../journeys/journeys.ts';
import { Visitor } from '../server/support/customer.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

// A microphone and a camera of the browser's own making: they beep and show a clock.
test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream'],
  },
});

const say = wordsOf('zh-CN', 'standard');
const button = (page: Page, key: string) =>
  page.locator('.statement').getByRole('button', { name: say('statement', key), exact: true });
const open = (page: Page) =>
  page.getByRole('button', { name: say('claims', 'statement.open') }).click();
/** Records until so many seconds have passed on the page's own clock. */
async function record(page: Page, seconds: number, begin = 'record'): Promise<void> {
  await button(page, begin).click();
  await expect(page.locator('.statement-time')).toContainText(` ${seconds} 秒，`, {
    timeout: 15_000,
  });
  await button(page, 'stop').click();
  await expect(button(page, 'use')).toBeVisible();
}

const journeyAnswers = journeys().find(({ name }) => name === 'other-young')?.answers ?? {};

/** Answers the rest by the server's own API, as the same person, and sends the claim. */
async function sendTheRest(context: BrowserContext, url: string, answers: Answers) {
  const customer = new Visitor((path, init) => fetch(url + path, init));
  for (const { name, value } of await context.cookies()) customer.cookies.set(name, value);
  await customer.signIn('13800000009');
  const { body } = await customer.get<{ drafts: { id: string }[] }>('/api/drafts');
  const path = `/api/drafts/${body.drafts[0]?.id}`;
  await expect
    .poll(async () => (await customer.get<Draft>(path)).body.answers.statement)
    .toHaveLength(1);
  const { body: draft } = await customer.get<Draft>(path);
  const flow = findFlow('other') as Flow;
  const { otherPhotos: _none, ...rest } = answers;
  const given = completed(flow, { ...rest, ...draft.answers }, { today: draft.today });
  const saved = await customer.saveAnswers(draft, given);
  const consents = consentsOf(flow, saved.answers);
  const sent = await customer.submit(saved.id, {}, { consents });
  if (sent.status >= 300) throw new Error(`no claim: ${JSON.stringify(sent.body)}`);
  return sent.body.id;
}

test('what happened is said, heard again, said anew and sent, and the insurer’s staff hears the same bytes', async ({
  page,
  context,
  browser,
  server,
}) => {
  test.slow();
  await context.grantPermissions(['microphone', 'camera']);
  await page.addInitScript(() => {
    const made: Blob[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return make(blob);
    };
    Object.assign(globalThis, { made });
  });
  const claimant = new Claimant(page, 'other', 'standard');
  await claimant.begin();
  await open(page);
  await record(page, 2);
  await button(page, 'listen').click();
  await expect(button(page, 'listen')).toBeVisible();
  expect(
    await page.locator('.statement video').evaluate((v: HTMLVideoElement) => v.currentTime),
  ).toBeGreaterThan(0.5);
  await record(page, 1, 'again');
  await expectNoAxeFinding(page, 'a statement');
  await expectTargetSizes(page, 'a statement');
  await expectNothingSideways(page, 'a statement');
  // Going on over it would lose it without a word.
  await claimant.answer('whatHappened', 'see what I said');
  await claimant.answer('happenedOn', '2026-11-10');
  await claimant.next();
  await expect(page.getByText(say('statement', 'decide'))).toBeVisible();
  await button(page, 'use').click();
  await expect(page.getByText(say('statement', 'states.received'))).toBeVisible();
  const sent = await page.evaluate(async () => {
    const { made } = globalThis as unknown as { made: Blob[] };
    const blob = made.filter((one) => one.type.startsWith('audio/')).pop();
    const hash = await crypto.subtle.digest('SHA-256', await (blob as Blob).arrayBuffer());
    return { hash: [...new Uint8Array(hash)].join(), type: blob?.type };
  });
  const id = await sendTheRest(context, server.url, journeyAnswers);

  const desk = await browser.newContext({ baseURL: server.url, locale: 'zh-CN' });
  const staff = await desk.newPage();
  await staff.request.post('/api/staff/sessions', {
    data: { username: 'agent1', password: 'silverlane-demo' },
    headers: { origin: server.url },
  });
  await staff.goto(`/staff/claims/${id}`);
  const player = staff.locator('main video');
  await staff.getByRole('button', { name: /^播放/ }).click();
  await expect
    .poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0.5);
  const kept = await player.evaluate(async (video: HTMLVideoElement) => {
    const answer = await fetch(video.src);
    const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return { hash: [...new Uint8Array(hash)].join(), type: answer.headers.get('content-type') };
  });
  expect(kept).toEqual(sent);
  await desk.close();
});

test('what was said before the battery died is still on the phone', async ({ page, context }) => {
  await context.grantPermissions(['microphone', 'camera']);
  await page.goto('/claims/new/car/how?mode=senior');
  await open(page);
  await button(page, 'record').click();
  await expect(page.locator('.statement-time')).toContainText(' 2 秒，', { timeout: 15_000 });
  await page.reload();
  await expect(page.locator('.statement')).toContainText('先前录的还在');
  await button(page, 'listen').click();
  await expect
    .poll(() => page.locator('.statement video').evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(0.5);
});

test('a microphone that is not allowed is said so, and the claim goes on without it', async ({
  page,
}) => {
  await page.goto('/claims/new/car/how?mode=senior');
  await open(page);
  await button(page, 'record').click();
  await expect(page.getByText('手机没让我们用话筒')).toBeVisible();
  await page.locator('#field-carHow label').first().click();
  await page.getByRole('button', { name: say('claims', 'next'), exact: true }).click();
  await page.waitForURL('**/claims/new/car/day**');
});
