import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { startServer } from '../../test/support/server-process.ts';
import { measureTap } from '../measure.ts';
import { readPageWords } from '../page-words.ts';

/** The edge of a village's network, and a cheap phone of some years ago. */
const LINK = { bitsPerSecond: 400_000, latencyMs: 400, cpuSlowdown: 4 };

export interface TapTimes {
  visits: number;
  /** From the finger to the words of the server's yes, ms. */
  p50: number;
  p95: number;
  most: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;

/**
 * Fresh visits in which the human button is tapped: as soon as it is painted, while the page's own script is still on
 * its way over the same line, and when the app is there.
 */
export async function tapTimes(visits: number): Promise<Record<'atOnce' | 'ready', TapTimes>> {
  const accepted = readPageWords().accepted.slice(0, 5);
  const server = await startServer({ HOTLINE: '95500' });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    const round = async (waitsForApp: boolean): Promise<TapTimes> => {
      const times: number[] = [];
      // The first visit warms the server up and counts for nothing.
      for (let visit = 0; visit <= visits; visit += 1) {
        const tap = await measureTap(browser, `${server.url}/`, accepted, {
          link: LINK,
          waitsForApp,
        });
        if (visit > 0) times.push(tap.accepted - tap.tapped);
      }
      times.sort((a, b) => a - b);
      return {
        visits,
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        most: quantile(times, 1),
      };
    };
    return { atOnce: await round(false), ready: await round(true) };
  } finally {
    await browser.close();
    await server.dispose();
  }
}
