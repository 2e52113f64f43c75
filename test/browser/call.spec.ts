import type { BrowserContext, Page } from '@playwright/test';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { askForHelp, button, callBrowser, deskWith } from './support/calls.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test } from './support/test.ts';

// Microphones of the browser's own making, which beep, at both ends.
test.use({ launchOptions: await callBrowser() });

/** Keeps the page's connections within reach; with `isCutOff` they may only go by a relay that is not there. */
const watchPeers = (isCutOff: boolean) => (context: BrowserContext) =>
  context.addInitScript((cutOff) => {
    const Plain = RTCPeerConnection;
    const peers: RTCPeerConnection[] = [];
    Object.assign(globalThis, {
      peers,
      RTCPeerConnection: class extends Plain {
        constructor(config?: RTCConfiguration) {
          super(cutOff ? { ...config, iceTransportPolicy: 'relay' } : config);
          peers.push(this);
        }
      },
    });
  }, isCutOff);

/** Bytes of sound that came from the other side, and whether our own microphone is on. */
const soundOf = (page: Page) =>
  page.evaluate(async () => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
    const pc = peers[peers.length - 1];
    let bytes = 0;
    for (const report of (await pc?.getStats())?.values() ?? []) {
      const { type, kind, bytesReceived } = report as RTCInboundRtpStreamStats;
      if (type === 'inbound-rtp' && kind === 'audio') bytes += bytesReceived ?? 0;
    }
    return { bytes, isOn: pc?.getSenders()[0]?.track?.enabled };
  });

test('customer and staff call each other in the page: heard both ways, muted, hung up', async ({
  page,
  context,
  browser,
  server,
}) => {
  await context.grantPermissions(['microphone']);
  await watchPeers(false)(context);
  const scripts: string[] = [];
  page.on('request', (request) => void scripts.push(request.url()));
  const id = await askForHelp(page);
  await expect(button(page, '在这里通话')).toHaveCount(0);
  const desk = await deskWith(browser, server.url, id, watchPeers(false));

  await button(page, '在这里通话').waitFor();
  const brought = () =>
    scripts.filter((url) => /(voice|keep)-call|\/call-[\w-]+\.(js|css)/.test(url));
  expect(brought(), 'nothing of a call is here before the tap').toEqual([]);
  await button(page, '在这里通话').click();
  await expect(page.getByRole('heading', { name: '正在叫客服' })).toBeFocused();
  expect(brought().length).toBeGreaterThan(0);
  await button(desk.page, '接').click();
  await expect(page.getByRole('heading', { name: '正在跟客服通话' })).toBeVisible();
  for (const side of [page, desk.page])
    await expect.poll(async () => (await soundOf(side)).bytes).toBeGreaterThan(0);

  await expectNoAxeFinding(page, 'in a call');
  await expectNothingSideways(page, 'in a call');
  for (const name of ['静音', '挂断'])
    expect((await button(page, name).boundingBox())?.height).toBeGreaterThanOrEqual(90);
  await button(page, '静音').click();
  await expect(page.getByText('对方听不见您。')).toBeVisible();
  expect((await soundOf(page)).isOn).toBe(false);
  await button(page, '取消静音').click();
  expect((await soundOf(page)).isOn).toBe(true);

  // Another page of the app: the voice goes on, and every page leads back to it.
  await page.getByRole('main').getByRole('link', { name: '回首页' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const bar = page.getByRole('region', { name: '通话', exact: true });
  await expect(bar.getByText('正在跟客服通话')).toBeVisible();
  const { bytes } = await soundOf(page);
  await expect.poll(async () => (await soundOf(page)).bytes).toBeGreaterThan(bytes);
  await expectNoAxeFinding(page, 'another page in a call');
  await expectNothingSideways(page, 'another page in a call');
  await expectTargetSizes(page, 'another page in a call');
  await bar.getByRole('link', { name: '回到通话' }).click();
  await expect(page.getByRole('heading', { name: '正在跟客服通话' })).toBeVisible();
  await expect(bar).toHaveCount(0);
  await button(page, '挂断').click();
  await expect(page.getByRole('heading', { name: '您挂断了' })).toBeVisible();
  await expect(desk.page.getByText('通话结束。', { exact: true })).toBeVisible();

  // The other way round: a card in the page, and no focus taken.
  await button(page, '知道了').click();
  await page.getByRole('textbox').focus();
  await button(desk.page, '打给客户').click();
  await expect(page.getByRole('heading', { name: '客服想跟您通话' })).toBeVisible();
  await expect(page.getByRole('textbox')).toBeFocused();
  await expectNoAxeFinding(page, 'a call comes in');
  await button(page, '接').click();
  await expect.poll(async () => (await soundOf(page)).bytes).toBeGreaterThan(0);
  await button(desk.page, '挂断').click();
  await expect(page.getByRole('heading', { name: '通话结束了' })).toBeVisible();
  await desk.context.close();
});

test('a call that no network lets through becomes a telephone call within the time', async ({
  page,
  context,
  browser,
  server,
}) => {
  await context.grantPermissions(['microphone']);
  await watchPeers(true)(context);
  const desk = await deskWith(browser, server.url, await askForHelp(page), watchPeers(true));
  await button(page, '在这里通话').click();
  await button(desk.page, '接').click();
  const began = Date.now();
  await expect(page.getByRole('heading', { name: '没有接通' })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(handoffLimits.callWithinMs + 2000);
  await expect(page.locator('.voice-call a[href^="tel:"]')).toBeVisible();
  await expect(button(page, '请客服打给我')).toBeVisible();
  await expect(desk.page.getByText('没有接通，请打电话。')).toBeVisible();
  await expectNoAxeFinding(page, 'not reached');
  await desk.context.close();
});
