import type { BrowserContext, Page } from '@playwright/test';
import { expectNoAxeFinding } from './support/axe.ts';
import { askForHelp, button, callBrowser, deskWith } from './support/calls.ts';
import { expectNothingSideways } from './support/layout.ts';
import { expect, test } from './support/test.ts';

// Cameras and microphones of the browser's own making at both ends.
test.use({ launchOptions: await callBrowser() });

/** Width of the picture that is really drawn, so that it came. */
const widthOf = (page: Page, name: string) =>
  page
    .getByLabel(name, { exact: true })
    .evaluate((video) => (video as HTMLVideoElement).videoWidth);

/** Puts away the phone's camera: the person or the phone says no to it. */
const refuseCamera = (context: BrowserContext) =>
  context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const plain = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wish) =>
      wish?.video ? Promise.reject(new DOMException('no', 'NotAllowedError')) : plain(wish);
  });

test('a call becomes a counter: the clerk is seen, what they say is read, and a camera that fails leaves the voice', async ({
  page,
  context,
  browser,
  server,
}) => {
  await context.grantPermissions(['microphone', 'camera']);
  await refuseCamera(context);
  const id = await askForHelp(page);
  const desk = await deskWith(browser, server.url, id);
  await button(page, '在这里通话').click();
  await button(desk.page, '接').click();
  await expect(page.getByRole('heading', { name: '正在跟客服通话' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);

  // Captions take a sentence's time: meanwhile the clerk shows themselves, and only they are seen.
  await button(page, '显示字幕').click();
  await expect(desk.page.getByText(/客户在看字幕/)).toBeVisible();
  await button(desk.page, '让客户看见我').click();
  await expect(page.getByText('您看得见客服，客服看不见您。')).toBeVisible();
  expect(await widthOf(page, '客服的画面')).toBeGreaterThan(0);
  await expect(desk.page.getByText('客户看得见您。')).toBeVisible();
  await expect(page.getByRole('log', { name: '客服说的话' })).toContainText('演示字幕', {
    timeout: 15_000,
  });
  for (const name of ['静音', '挂断'])
    await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  await expectNoAxeFinding(page, 'a call with picture and captions');
  await expectNothingSideways(page, 'a call with picture and captions');

  // No camera here: said, and the voice goes on.
  await button(page, '让对方看见我').click();
  await expect(page.getByText(/没有用上摄像头，声音照常/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '正在跟客服通话' })).toBeVisible();
  await button(desk.page, '关掉摄像头').click();
  await expect(page.locator('video')).toHaveCount(0);
  await button(page, '挂断').click();
  await expect(page.getByRole('heading', { name: '您挂断了' })).toBeVisible();
  await desk.context.close();
});
