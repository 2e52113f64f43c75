import type { BrowserContext, Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import type { HelpRequest } from '#domain/api/help.ts';
import type { ConversationContext } from '#domain/api/staff-queue.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const AMOUNT = '/claims/new/outpatient/amount';

/** A claim of somebody who is not signed in, as far as the day of the visit, with a person asked for. */
async function begun(page: Page): Promise<{ draft: Draft; help: HelpRequest }> {
  await page.goto('/?mode=senior&lng=zh-CN');
  const { request } = page;
  const made = (await (
    await request.post('/api/drafts', { data: { flow: 'outpatient' } })
  ).json()) as Draft;
  const answers = {
    cause: 'illness',
    healthConsent: true,
    invoicePhotos: 'visit',
    recordPhotos: 'visit',
    visitedOn: made.today,
  };
  const draft = (await (
    await request.patch(`/api/drafts/${made.id}`, {
      data: {
        baseVersion: made.version,
        changes: Object.entries(answers).map(([field, value]) => ({ field, value })),
      },
    })
  ).json()) as Draft;
  const help = (await (
    await request.post('/api/help-requests', {
      data: { page: AMOUNT, step: 'amount', flow: 'outpatient', draftId: draft.id, mode: 'senior' },
    })
  ).json()) as HelpRequest;
  return { draft, help };
}

/** The desk of a member of staff, with this conversation taken. */
async function deskWith(context: BrowserContext, conversationId: string): Promise<Page> {
  const page = await context.newPage();
  const { request } = context;
  const signedIn = await request.post('/api/staff/sessions', {
    data: { username: 'agent2', password: 'silverlane-demo' },
  });
  expect(signedIn.ok()).toBe(true);
  await request.put('/api/staff/presence', { data: { state: 'available', capacity: 8 } });
  const taken = await request.post('/api/staff/queue/take', {
    data: { conversationId, reason: 'asked-for-me' },
  });
  expect(taken.status()).toBe(200);
  await page.goto(`/staff/queue/${conversationId}`);
  return page;
}

const answersOf = async (page: Page, id: string) =>
  ((await (await page.request.get(`/api/drafts/${id}`)).json()) as Draft).answers;

test('staff point and propose, the customer decides, also without a signal; sending stays theirs', async ({
  page,
  context,
  browser,
  server,
  expectConsole,
}) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const { draft, help } = await begun(page);
  const desk = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
  });
  const staff = await deskWith(desk, help.conversationId);
  const questions = staff.getByRole('complementary', { name: '这位客户' });
  await page.goto(AMOUNT);
  const skip = page.getByRole('button', { name: '下一步' });
  await expect(skip).toBeVisible();

  await questions.getByRole('button', { name: '指给客户看：发票金额' }).click();
  await expect(page.getByText('客服请您看这一题', { exact: true })).toBeVisible();

  const propose = async (yuan: string) => {
    await questions.getByRole('button', { name: '提建议：发票金额' }).click();
    await questions.locator('.agent-propose input').first().fill(yuan);
    await questions.getByRole('button', { name: '发给客户' }).click();
  };
  // What the customer types is theirs while staff propose something else: nothing takes the focus away.
  const box = page.locator('#field-amountFen');
  const focused = page.getByRole('textbox').first();
  await focused.focus();
  await propose('120.5');
  const card = page.getByRole('region', { name: /^客服的建议/ });
  await expect(card).toContainText('120.50');
  await expect(focused).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '给您提了一条建议' })).toHaveCount(1);
  await expectNoAxeFinding(page, 'a proposal');
  expect((await answersOf(page, draft.id))['amountFen']).toBeUndefined();
  await card.getByRole('button', { name: '不采纳', exact: true }).click();
  await expect(questions.getByText('没有采纳，或已换新的')).toBeVisible();
  expect((await answersOf(page, draft.id))['amountFen']).toBeUndefined();

  await propose('88');
  await expect(card).toContainText('88.00');
  await context.setOffline(true);
  await card.getByRole('button', { name: '采纳', exact: true }).click();
  await expect(page.getByText('有网了就告诉客服', { exact: false })).toBeVisible();
  await expect(box).toBeVisible();
  await context.setOffline(false);
  await expect(questions.getByText('客户采纳了')).toBeVisible();
  await expect(page.getByText('有网了就告诉客服', { exact: false })).toBeHidden();
  expect((await answersOf(page, draft.id))['amountFen']).toBe(8800);

  // The claim’s page and the desk agree; what only the customer may do is refused to staff, on the way past the page too.
  await expectNoAxeFinding(staff, 'the shared form');
  const { body } = await staff.evaluate(async (id) => {
    const response = await fetch(`/api/staff/conversations/${id}`);
    return { body: (await response.json()) as unknown };
  }, help.conversationId);
  expect((body as ConversationContext).draft?.answers['amountFen']).toBe(8800);
  const sent = await desk.request.post('/api/claims', {
    data: { draftId: draft.id, confirmations: ['answers-checked'], consents: ['health-data'] },
  });
  expect([401, 403, 404]).toContain(sent.status());
  const payee = await desk.request.post(`/api/drafts/${draft.id}/proposals?as=staff`, {
    data: { field: 'payoutTo', value: 'counter', baseVersion: draft.version },
  });
  expect(payee.status()).toBe(403);

  // From the conversation back to the question that staff point at.
  await questions.getByRole('button', { name: '指给客户看：发票金额' }).click();
  await page.goto(`/human/${help.conversationId}`);
  await page.getByRole('link', { name: '去看看' }).click();
  await page.waitForURL(`**${AMOUNT}`);
  await desk.close();
});
