import type { Page } from '@playwright/test';
import type { CallRecording } from '#domain/handoff/recording.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { expectNoAxeFinding } from './support/axe.ts';
import { askForHelp, button, callBrowser, deskWith } from './support/calls.ts';
import { expectNothingSideways, expectTargetSizes } from './support/layout.ts';
import { expect, test as base } from './support/test.ts';

/** Only here calls may be recorded: everywhere else there is no trace of it. */
const test = base.extend<object, { server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await startServer({ CALLS_RECORDED: 'on' });
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.use({ permissions: ['microphone'], launchOptions: await callBrowser() });

const said = (page: Page, text: string) => page.getByText(text, { exact: true });

/** Pieces of sound that leave the desk from now on, by what is answered. */
function piecesOf(desk: Page): number[] {
  const pieces: number[] = [];
  desk.on('response', (response) => {
    if (response.url().includes('/pieces/')) pieces.push(response.status());
  });
  return pieces;
}

test('a call is recorded after the customer’s yes alone, and no longer than they want', async ({
  page,
  browser,
  server,
}) => {
  // Two calls, and sound leaves the desk five seconds at a time.
  test.slow();
  const id = await askForHelp(page);
  const desk = await deskWith(browser, server.url, id);
  const pieces = piecesOf(desk.page);
  const recordings = async () =>
    (
      (await (await page.request.get(`/api/conversations/${id}/recordings`)).json()) as {
        recordings: CallRecording[];
      }
    ).recordings;
  const talk = async () => {
    // How soon a call is through is another test's: here a busy machine may need a second one.
    await expect(async () => {
      if (await button(page, '知道了').isVisible()) await button(page, '知道了').click();
      await button(desk.page, '打给客户').click({ timeout: 3000 });
      await button(page, '接').click({ timeout: 5000 });
      await page.getByRole('heading', { name: '正在跟客服通话' }).waitFor({ timeout: 7000 });
    }).toPass();
    await button(desk.page, '问客户能不能录音').click();
    await said(page, '客服想给这次通话录音，可以吗？').waitFor();
  };

  await talk();
  await expect(page.getByText('92 天')).toBeVisible();
  await expectNoAxeFinding(page, 'asked for a recording');
  await expectNothingSideways(page, 'asked for a recording');
  await expectTargetSizes(page, 'asked for a recording');
  const [yes, no] = await Promise.all(
    ['可以录音', '不录音'].map((name) => button(page, name).boundingBox()),
  );
  expect([yes?.width, yes?.height]).toEqual([no?.width, no?.height]);
  await button(page, '不录音').click();
  await said(desk.page, '客户不同意录音，请不要录。').waitFor();
  await expect(button(desk.page, '问客户能不能录音')).toHaveCount(0);
  await button(page, '挂断').click();
  await page.getByRole('heading', { name: '您挂断了' }).waitFor();
  expect([await recordings(), pieces]).toEqual([[], []]);

  // Another call, another yes.
  await talk();
  await button(page, '可以录音').click();
  for (const side of [page, desk.page]) await said(side, '正在录音').first().waitFor();
  await expect.poll(() => pieces.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await button(page, '停止录音').click();
  await said(page, '录音停了，通话还在。').waitFor();
  await said(desk.page, '客户停了录音。').waitFor();
  await button(page, '留着').click();
  await button(page, '挂断').click();
  await page.getByRole('heading', { name: '您挂断了' }).waitFor();

  const [kept] = await recordings();
  const path = `/api/conversations/${id}/recordings/${kept?.callId}/sound`;
  const heard = await page.evaluate(async (url) => {
    const bytes = await (await fetch(url)).arrayBuffer();
    const magic = [...new Uint8Array(bytes.slice(0, 4))].map((byte) => byte.toString(16));
    const sound = await new AudioContext().decodeAudioData(bytes);
    const isHeard = sound.getChannelData(0).some((level) => Math.abs(level) > 0.01);
    return { magic: magic.join(' '), duration: sound.duration, isHeard };
  }, path);
  expect(heard).toMatchObject({ magic: '1a 45 df a3', isHeard: true });
  expect(heard.duration).toBeGreaterThan(1);

  await expect(button(page, '听录音')).toBeVisible();
  await expectNoAxeFinding(page, 'a recorded call');
  await expectNothingSideways(page, 'a recorded call');
  await button(page, '删除录音').click();
  await button(page, '删掉').click();
  await said(page, '录的已经删掉了。').waitFor();
  expect(await recordings()).toEqual([]);
  expect((await page.request.get(path)).status()).toBe(404);
  await desk.context.close();
});
