import type { Page } from '@playwright/test';
import { agentOf, askForPerson } from './support/agent.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const talk = (page: Page) => page.getByRole('list', { name: '您和客服的话' });
const said = (page: Page, text: string) => talk(page).locator('li', { hasText: text });
async function write(page: Page, text: string) {
  await page.getByRole('textbox', { name: '写给客服的话' }).fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
}

test('a talk loses nothing: no network, a frozen page, a killed server', async ({
  page,
  context,
  request,
  server,
  expectConsole,
}) => {
  expectConsole(/ERR_|Failed to load|Failed to fetch|preload|50\d/);
  const id = await askForPerson(page, 'senior');
  await expectNoAxeFinding(page, 'waiting');
  const agent = await agentOf(request, server.url);
  await agent.take(id);
  await agent.say(id, '您好，慢慢说。');
  await expect(talk(page)).toContainText('您好，慢慢说。');

  // No network: kept on the phone, sent by itself, once.
  await context.setOffline(true);
  await write(page, '没有信号的时候写的');
  await expect(talk(page)).toContainText('在您手机上，还没送出');
  await expectNoAxeFinding(page, 'no network');
  await context.setOffline(false);
  await expect(said(page, '没有信号的时候写的')).toContainText('已送到');

  // Frozen, as a phone does with a page in the background: what came meanwhile is there two seconds after.
  const browser = await context.newCDPSession(page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  await agent.say(id, '您睡着的时候说的');
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(talk(page)).toContainText('您睡着的时候说的', { timeout: 2000 });

  // The server dies in the middle of it.
  await server.kill();
  await write(page, '服务器断了还在写');
  await expect(talk(page)).toContainText('在您手机上，还没送出');
  await server.start();
  await expect(said(page, '服务器断了还在写')).toContainText('已送到');
  await agent.say(id, '都收到了');
  await expect(talk(page)).toContainText('都收到了');
  for (const text of ['没有信号的时候写的', '服务器断了还在写', '您睡着的时候说的'])
    await expect(talk(page).getByText(text)).toHaveCount(1);

  await agent.close(id);
  await expect(page.getByRole('button', { name: '接着说' })).toBeVisible();
  await expectNoAxeFinding(page, 'closed');
  await page.getByRole('button', { name: '接着说' }).click();
  await expect(page.getByRole('textbox', { name: '写给客服的话' })).toBeVisible();
});

test('a talk goes on where streams are blocked, by keyboard alone', async ({
  page,
  request,
  server,
  expectConsole,
}) => {
  expectConsole(/ERR_FAILED|Failed to load/);
  await page.route('**/api/conversations/*/stream*', (route) => route.abort());
  const id = await askForPerson(page, 'standard');
  const agent = await agentOf(request, server.url);
  await agent.take(id);
  await expect(page.getByText(/在跟您说话/)).toBeVisible();
  const line = page.locator('[data-help="human-status"]');
  await expect(line, 'the page itself says where it stands').toBeEmpty();
  await page.locator('[data-help="human"]').click();
  await expect(line, 'a tap is answered, as truly as the page').toContainText('客服已经接到');
  await agent.say(id, '没有流也能说话');
  await expect(talk(page)).toContainText('没有流也能说话');
  await expectNoAxeFinding(page, 'talking');

  const box = page.getByRole('textbox', { name: '写给客服的话' });
  for (let i = 0; i < 30 && !(await box.evaluate((one) => one === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  await expect(box).toBeFocused();
  // Two hundred characters: the box is as high as they are, and none is hidden inside it.
  await page.keyboard.insertText('慢慢写，不着急，'.repeat(25));
  expect(await box.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(talk(page).getByText('已送到')).toHaveCount(1);
  await agent.say(id, '收到了');
  await expect(talk(page)).toContainText('收到了');
  await expect(page.getByRole('button', { name: '发送', exact: true })).toBeFocused();

  // On another page the line is looked up when the page comes into view.
  await page.getByRole('link', { name: '回首页' }).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(line).toContainText('客服已经接到');
  await agent.close(id);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(line).toBeEmpty();
});
