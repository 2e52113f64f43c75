import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { Claimant } from '../test/browser/support/claimant.ts';
import { journeys } from '../test/journeys/journeys.ts';
import { startServer } from '../test/support/server-process.ts';
import { CHROMIUM_ARGS, findChromium } from './lib/chromium.mjs';

const out = join(import.meta.dirname, '../docs/screens');
const phone = { width: 390, height: 844 };
/** Shown in the README: enough to tell the way, few enough to see. */
const shownInReadme = ['home', 'admission', 'invoice', 'check', 'sent'];
const shownInReadmeStandard = ['home', 'cause', 'health-consent', 'check', 'sent'];

async function take(page: Page, folder: string, name: string, number: number): Promise<string> {
  const file = join(folder, `${String(number).padStart(2, '0')}-${name}.png`);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(150);
  // A palette is enough for line pictures and keeps the repository small.
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 64 })
    .toFile(file);
  return file;
}

/** Several screens side by side, as one picture. */
async function beside(files: readonly string[], target: string): Promise<void> {
  const gap = 24;
  const width = files.length * phone.width + (files.length + 1) * gap;
  const height = phone.height + 2 * gap;
  await sharp({ create: { width, height, channels: 3, background: '#e4ded2' } })
    .composite(files.map((input, i) => ({ input, left: gap + i * (phone.width + gap), top: gap })))
    .png({ palette: true, colours: 64 })
    .toFile(target);
}

const server = await startServer();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
try {
  const journey = journeys().find(({ name }) => name === 'hospital-at-70');
  if (!journey) throw new Error('no journey to take pictures of');
  for (const mode of ['senior', 'standard'] as const) {
    const folder = join(out, mode);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: phone,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    const files = new Map<string, string>();
    const shoot = async (name: string) => {
      files.set(name, await take(page, folder, name, files.size + 1));
    };
    await page.goto(`/?mode=${mode}`);
    await page.locator('html[data-ready]').waitFor();
    await shoot('home');
    const claimant = new Claimant(page, journey.claim, mode);
    await claimant.begin();
    await claimant.answerAll(journey.answers, journey.phone ?? '', shoot);
    await claimant.send();
    await page.locator('.big-number').waitFor();
    await shoot('sent');
    for (const [name, path] of [
      ['claims', '/claims'],
      ['settings', '/settings'],
      ['human', '/human'],
      ['branches', '/branches'],
    ] as const) {
      await page.goto(path);
      await page.locator('html[data-ready]').waitFor();
      await page.waitForTimeout(300);
      await shoot(name);
    }
    const wanted = mode === 'senior' ? shownInReadme : shownInReadmeStandard;
    await beside(
      wanted.flatMap((name) => files.get(name) ?? []),
      join(out, `path-${mode}.png`),
    );
    await context.close();
  }
} finally {
  await browser.close();
  await server.dispose();
}
