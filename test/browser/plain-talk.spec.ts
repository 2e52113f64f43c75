import { agentOf } from './support/agent.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('a person is asked for, written to and read without any script', async ({
  page,
  request,
  server,
}) => {
  await page.goto('/?mode=senior');
  await page.locator('[data-help="human"]').click();
  await expect(page).toHaveURL(/\/human\/[\w-]+$/);
  const id = new URL(page.url()).pathname.split('/').pop() ?? '';
  await page.getByRole('textbox', { name: '写给客服的话' }).fill('发票在哪里拍？');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await expect(page.locator('main')).toContainText('您');
  await expect(page.locator('main')).toContainText('发票在哪里拍？');
  const agent = await agentOf(request, server.url);
  await agent.take(id);
  await agent.say(id, '在家里拍就行，不着急。');
  await page.getByRole('link', { name: '看看有没有新的话' }).click();
  await expect(page.locator('main')).toContainText('在家里拍就行，不着急。');
  await expect(page.locator('main')).toContainText('发票在哪里拍？');
  await expectNothingSideways(page, 'a talk without script');
  await expectTargetSizes(page, 'a talk without script');
  await agent.close(id);
});
