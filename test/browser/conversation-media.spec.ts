import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { agentOf, askForPerson } from './support/agent.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// A microphone of the browser's own making, which beeps.
test.use({
  launchOptions: {
    executablePath: await findChromium(),
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream'],
  },
});

test('a photo and a spoken message reach whoever answers', async ({
  page,
  context,
  request,
  server,
}) => {
  await context.grantPermissions(['microphone'], { origin: server.url });
  const id = await askForPerson(page, 'senior');
  const agent = await agentOf(request, server.url);
  await agent.take(id);
  const talk = page.getByRole('list', { name: '您和客服的话' });

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '发照片' }).click();
  await (
    await chooser
  ).setFiles({ name: 'page.png', mimeType: 'image/png', buffer: await page.screenshot() });
  const photo = page.getByRole('img', { name: '您发的照片' });
  await expect(talk.locator('li', { has: photo })).toContainText('已送到');

  await page.getByRole('button', { name: '说一段话' }).click();
  await expect(page.getByText('正在录音，2 秒')).toBeVisible();
  await page.getByRole('button', { name: '说完了，发出去' }).click();
  const spoken = talk.locator('li', { hasText: '一段话' });
  await expect(spoken).toContainText('已送到');
  await expectNoAxeFinding(page, 'a photo and a spoken message');

  // From the server, after the page was opened anew: what was sent can be seen and heard.
  await page.reload();
  await expect
    .poll(() => photo.evaluate((one) => (one as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100);
  await spoken.getByRole('button', { name: '听' }).click();
  await expect(spoken.getByRole('button', { name: '停' })).toBeVisible();
  await expect(spoken.getByRole('button', { name: '听' }), 'it plays to its end').toBeVisible();
  await expect(spoken).not.toContainText('放不出来');

  const files = await agent.filesOf(id);
  expect(files).toEqual(['image/', 'audio/']);
  await agent.close(id);
});
