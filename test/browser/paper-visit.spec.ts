import type { Draft } from '#domain/api/draft.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expect, test } from './support/test.ts';

const ADDRESS = '云江省青石市中山路 28 号 402 室';

test('somebody without photos books a visit beside the paper, and the staff have it on their list', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  const claimant = new Claimant(page, 'hospital', 'senior');
  const { say } = claimant;
  await page.goto('/sign-in?mode=senior&lng=zh-CN');
  await claimant.signIn('13800000006');
  await expect(page).not.toHaveURL(/sign-in/);
  const post = async (path: string, data: unknown) =>
    (await page.request.post(path, { data })).json();
  const draft = (await post('/api/drafts', { flow: 'hospital' })) as Draft;
  const answers = { cause: 'illness', discharged: true, healthConsent: true };
  await page.request.patch(`/api/drafts/${draft.id}`, {
    data: {
      baseVersion: draft.version,
      changes: Object.entries(answers).map(([field, value]) => ({ field, value })),
    },
  });
  await page.goto('/claims/new/hospital/papers');
  const paper = page.locator('#field-invoicePhotos');
  await paper.getByRole('button', { name: say('claims', 'ways.open') }).click();
  await paper.getByText(say('claims', 'ways.visit.title')).click();
  await expect(paper.getByText(say('paper-ways', 'visit.call'))).toBeVisible();
  // The second choice is the first of the days: the one before it needs none.
  await paper.locator('.paper-way label').nth(1).click();
  await paper.getByText(say('paper-ways', 'part.morning'), { exact: true }).click();
  await paper.getByRole('textbox').fill(ADDRESS);
  await expectNoAxeFinding(page, 'booking a visit');
  await paper.getByRole('button', { name: say('paper-ways', 'visit.go') }).click();
  await expect(paper.getByText(say('paper-ways', 'arranged.visit'))).toBeVisible();
  const code = (await paper.locator('.big-number-value').textContent()) ?? '';
  expect(code).toMatch(/^\d{4}$/);
  await expectNoAxeFinding(page, 'a visit that stands');
  // It stands there as the server says it, also after the page was closed.
  await page.reload();
  await paper.getByRole('button', { name: new RegExp(`^${say('claims', 'papers.look')}`) }).click();
  await expect(page.getByText(code)).toBeVisible();

  const desk = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
  });
  const staff = await desk.newPage();
  await staff.goto('/staff?next=/staff/tasks');
  await staff.locator('input[autocomplete="username"]').fill('counter1');
  await staff.locator('input[autocomplete="current-password"]').fill('silverlane-demo');
  await staff.locator('main button[type=submit]').click();
  await staff.waitForURL('**/staff/tasks');
  const row = staff.getByRole('row', { name: /赵淑珍/ });
  await expect(row).toContainText('云江省青石市****');
  await expect(row).not.toContainText('中山路');
  await expectNoAxeFinding(staff, 'tasks');
  await row.getByRole('button', { name: say('staff-tasks', 'address.show') }).click();
  await staff.getByText(say('staff-tasks', 'address.reason.home-visit')).click();
  await staff.getByRole('button', { name: say('staff-tasks', 'address.go') }).click();
  await expect(row).toContainText(ADDRESS);
  await row.getByRole('button', { name: new RegExp(say('staff-tasks', 'done')) }).click();
  await expect(row).toHaveCount(0);
  await desk.close();
});
