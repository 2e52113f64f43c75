import type { Browser, BrowserContext, Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/lib/chromium.mjs';
import { expect } from './test.ts';

/**
 * A browser with a microphone that beeps and a camera with a moving picture, both of its own making; the machine may have
 * no network but its own.
 */
export async function callBrowser(): Promise<{ executablePath?: string; args: string[] }> {
  return {
    executablePath: await findChromium(),
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-device-for-media-stream',
      '--allow-loopback-in-peer-connection',
    ],
  };
}

/** Asks for a person. @returns the id of the conversation that is open then */
export async function askForHelp(page: Page): Promise<string> {
  await page.goto('/human?mode=senior');
  await page.locator('html[data-ready]').waitFor();
  await page.locator('[data-help="human"]').click();
  await page.locator('[data-help="human-status"]').getByRole('link').click();
  await page.waitForURL(/\/human\/.+/);
  return new URL(page.url()).pathname.split('/').pop() ?? '';
}

/**
 * Somebody of the staff with this conversation open.
 * @param prepare what is to be put into their pages before
 */
export async function deskWith(
  browser: Browser,
  url: string,
  id: string,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    permissions: ['microphone', 'camera'],
  });
  await prepare(context);
  const headers = { Origin: url };
  const { request } = context;
  await request.post('/api/staff/sessions', {
    data: { username: 'agent3', password: 'silverlane-demo' },
    headers,
  });
  await request.put('/api/staff/presence', { data: { state: 'available', capacity: 8 }, headers });
  const taken = await request.post('/api/staff/queue/take', {
    data: { conversationId: id, reason: 'asked-for-me' },
    headers,
  });
  expect(taken.status()).toBe(200);
  const page = await context.newPage();
  await page.goto(`/staff/queue/${id}`);
  return { page, context };
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
