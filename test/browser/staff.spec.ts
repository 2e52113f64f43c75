import { journeys } from '../journeys/journeys.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { Claimant } from './support/claimant.ts';
import { expect, test } from './support/test.ts';

test('a claim and a call for help reach the staff, masked, with its photo', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  const journey = journeys().find(({ name }) => name === 'hospital-still-inside');
  const claimant = new Claimant(page, 'hospital', 'senior');
  await claimant.begin();
  await claimant.answerAll(journey?.answers ?? {}, '13800000002');
  await page.locator('[data-help="human"]').click();
  await expect(page.locator('[data-help="human-status"]')).toContainText(/第 \d+ 位/);
  const number = await claimant.send();

  const desk = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
  });
  const staff = await desk.newPage();
  const staffFiles: string[] = [];
  page.on(
    'request',
    (request) => void (request.url().includes('staff') && staffFiles.push(request.url())),
  );
  await staff.goto('/staff');
  await expectNoAxeFinding(staff, 'staff sign-in');
  await staff.locator('input[autocomplete="username"]').fill('agent1');
  await staff.locator('input[autocomplete="current-password"]').fill('silverlane-demo');
  await staff.locator('main button[type=submit]').click();
  await staff.waitForURL('**/staff/queue');
  const waits = staff.getByRole('row', { name: /李建国/ });
  await expect(waits, 'who waits, where they are and why they stand there').toContainText(
    '住院理赔',
  );
  await expect(waits).toContainText('优先 15 分钟');
  await expect(waits).not.toContainText('13800000002');
  await expectNoAxeFinding(staff, 'help requests');

  await waits.getByRole('button', { name: /接这位/ }).click();
  // Others of this server's tests may stand before them: then the reason is asked for.
  const reason = staff.getByRole('button', { name: '客户点名找我' });
  const box = staff.getByRole('textbox', { name: '写给客户' });
  await reason.or(box).first().waitFor();
  if (await reason.isVisible()) await reason.click();
  await staff.waitForURL('**/staff/queue/*');
  await staff.getByRole('textbox', { name: '写给客户' }).fill('李先生您好，我看到您的申请了。');
  await staff.getByRole('button', { name: '发送', exact: true }).click();
  await expect(
    staff.getByRole('listitem').filter({ hasText: '李先生您好，我看到您的申请了。' }),
  ).toBeVisible();
  await expectNoAxeFinding(staff, 'one conversation');
  await page.locator('[data-help="human"]').click();
  await expect(page.locator('[data-help="human-status"]')).toContainText('客服已经接到');
  await page.locator('[data-help="human-status"]').getByRole('link').click();
  await expect(page.getByRole('list', { name: '您和客服的话' })).toContainText(
    '李先生您好，我看到您的申请了。',
  );

  await staff.goto('/staff/claims');
  await expect(staff.getByText(number).first()).toBeVisible();
  await expectNoAxeFinding(staff, 'claims');
  await staff.locator('main a[href^="/staff/claims/"]').first().click();
  await expect(staff.locator('main img').first()).toBeVisible();
  await expect(staff.locator('main')).not.toContainText('6222021234567894');
  await expectNoAxeFinding(staff, 'one claim');
  await desk.close();
  expect(staffFiles, 'a customer loads nothing of the staff’s').toEqual([]);
});
