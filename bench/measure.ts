import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const WATCH = { path: fileURLToPath(new URL('./watch-page.js', import.meta.url)) };

export interface Link {
  bitsPerSecond: number;
  latencyMs: number;
  cpuSlowdown: number;
}
/** A village's 4G on a phone of some years ago. */
export const LINK: Link = { bitsPerSecond: 1_600_000, latencyMs: 150, cpuSlowdown: 4 };
const VIEWPORT = { width: 360, height: 640 };
/** How long a page is watched after its load event: hydration and what it fetches in advance fall into it. */
const SETTLE_MS = 3000;

/** What bench/watch-page.js tells; times are ms of the wall clock, `start` that of the first navigation. */
interface Report {
  kind: 'painted' | 'effect' | 'accepted';
  at: number;
  start: number;
  x?: number;
  y?: number;
}
interface Summary {
  lcp: number;
  blocked: { start: number; duration: number }[];
  firstPaint: number;
  firstContentfulPaint: number;
  loadedAt: number;
}

export interface Load {
  firstPaint: number;
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  blocking: number;
  bytes: { html: number; css: number; js: number; other: number; total: number; later: number };
}
export interface Tap {
  buttonPainted: number;
  /** When the finger came down. */
  tapped: number;
  effect: number;
  accepted: number;
  /** What was asked of the server between the two, `POST /api/…`: nothing may stand before the one question. */
  asked: string[];
}

async function slowTab(
  browser: Browser,
  link: Link = LINK,
): Promise<{ context: BrowserContext; page: Page; cdp: CDPSession }> {
  // A new context has an empty cache and no cookies: a first visit.
  const context = await browser.newContext({
    viewport: VIEWPORT,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const bytesPerSecond = link.bitsPerSecond / 8;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: link.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: link.cpuSlowdown });
  return { context, page, cdp };
}

/** Counts what comes over the wire, by kind; what is asked for after the load event is counted apart. */
function countBytes(cdp: CDPSession): (loadedAt: number) => Load['bytes'] {
  const asked = new Map<string, { kind: string; at: number; bytes: number }>();
  cdp.on('Network.requestWillBeSent', ({ requestId, type, wallTime }) => {
    asked.set(requestId, { kind: type ?? 'Other', at: wallTime * 1000, bytes: 0 });
  });
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    const one = asked.get(requestId);
    if (one) one.kind = type;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return (loadedAt) => {
    const bytes = { html: 0, css: 0, js: 0, other: 0, total: 0, later: 0 };
    const names: Record<string, 'html' | 'css' | 'js'> = {
      Document: 'html',
      Stylesheet: 'css',
      Script: 'js',
    };
    for (const one of asked.values()) {
      if (one.at > loadedAt) bytes.later += one.bytes;
      else {
        bytes[names[one.kind] ?? 'other'] += one.bytes;
        bytes.total += one.bytes;
      }
    }
    return bytes;
  };
}

/** One visit without a touch: paints, blocking time between first paint and the end, bytes. Times from navigation start. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const { context, page, cdp } = await slowTab(browser);
  try {
    const bytesUntil = countBytes(cdp);
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE_MS);
    const seen = (await page.evaluate('benchSummary()')) as Summary;
    return {
      firstPaint: seen.firstPaint,
      firstContentfulPaint: seen.firstContentfulPaint,
      largestContentfulPaint: seen.lcp,
      // As Lighthouse counts it: what each long task takes beyond 50 ms, from the first contentful paint on.
      blocking: seen.blocked
        .filter(({ start, duration }) => start + duration > seen.firstContentfulPaint)
        .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      bytes: bytesUntil(seen.loadedAt),
    };
  } finally {
    await context.close();
  }
}

export interface TapOptions {
  link?: Link;
  /** Not as soon as the button is painted but when the app answers taps, or so many ms later. */
  waits?: 'app' | number;
}

/** One visit in which the human button is tapped, as soon as it is painted or later. Times from the first navigation's start. */
export async function measureTap(
  browser: Browser,
  url: string,
  accepted: string,
  { link, waits = 0 }: TapOptions = {},
): Promise<Tap> {
  const { context, page } = await slowTab(browser, link);
  let tapped = NaN;
  const asked: string[] = [];
  try {
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`);
    });
    const times: Partial<Record<Report['kind'], number>> = {};
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await page.exposeBinding('benchReport', async ({ page: tab }, report: Report) => {
      times[report.kind] ??= report.at - report.start;
      if (report.kind === 'painted') {
        const at = { x: report.x ?? 0, y: report.y ?? 0 };
        if (waits === 'app') await tab.locator('html[data-ready]').waitFor();
        else if (waits > 0) await tab.waitForTimeout(waits);
        if (waits !== 0) {
          // What came meanwhile may have moved it.
          const box = await tab.locator('[data-help="human"]').boundingBox();
          if (box) Object.assign(at, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
        }
        asked.length = 0;
        tapped = Date.now() - report.start;
        await tab.touchscreen.tap(at.x, at.y);
      }
      if (report.kind === 'accepted') finish();
    });
    await page.addInitScript(`window.benchAccepted = ${JSON.stringify(accepted)}`);
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: 'commit' });
    const timeout = new Promise<never>((_resolve, reject) => {
      const tell = () => {
        const seen = JSON.stringify({ ...times, tapped, asked });
        reject(new Error(`not accepted at ${url} in 30 s: ${seen}`));
      };
      setTimeout(tell, 30_000).unref();
    });
    await Promise.race([done, timeout]);
    const { painted = NaN, effect = NaN, accepted: yes = NaN } = times;
    return { buttonPainted: painted, tapped, effect, accepted: yes, asked: [...asked] };
  } finally {
    await context.close();
  }
}
