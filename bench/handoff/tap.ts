import { chromium } from '@playwright/test';
import { performance } from 'node:perf_hooks';
import { SAMPLES_MIN } from '../../src/domain/handoff/wait.ts';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/lib/chromium.mjs';
import { startServer, type ServerProcess } from '../../test/support/server-process.ts';
import { measureTap, type Tap, type TapOptions } from '../measure.ts';
import { readPageWords } from '../page-words.ts';
import { askForPerson, signInStaff } from './people.ts';
import { call } from './wire.ts';

/** The edge of a village's network, and a cheap phone of some years ago. */
const LINK = { bitsPerSecond: 400_000, latencyMs: 400, cpuSlowdown: 4 };
/** By then the page is there on this line, and what is brought ahead is on its way. */
const LOADING_MS = 6000;
const ONE_QUESTION = 'POST /api/help-requests';

/** From the finger to the words of the server's yes with place and wait, ms. */
export interface TapTimes {
  visits: number;
  p50: number;
  p95: number;
  most: number;
  /** Visits in which anything but the one question was asked between the two. */
  askedMore: number;
  /** Visits that had not said yes after 30 s: they count as that. */
  never: number;
}

export interface TapResult {
  atOnce: TapTimes;
  anyMoment: TapTimes;
  ready: TapTimes;
  claimLoading: TapTimes;
  /** The server's own part, asked from the same machine without any slow line, ms. */
  server: Pick<TapTimes, 'p50' | 'p95' | 'most'>;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;

const spreadOf = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), most: quantile(sorted, 1) };
};

/** Lets enough conversations come to their end for a wait to be said, and leaves somebody there who takes them. */
async function letWaitBeKnown(server: ServerProcess): Promise<void> {
  const [cookie = ''] = await signInStaff(server, ['agent1']);
  const as = async (method: string, path: string, body?: unknown) => {
    const { status } = await call(method, `${server.url}${path}`, { cookie, body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status}`);
  };
  await as('PUT', '/api/staff/presence', { state: 'available', capacity: 3 });
  for (let i = 0; i < SAMPLES_MIN; i += 1) {
    const { id } = await askForPerson(server);
    await as('POST', '/api/staff/queue/take', { conversationId: id, reason: 'asked-for-me' });
    await as('POST', `/api/conversations/${id}/close?as=staff`);
  }
}

/**
 * Fresh visits in which the human button is tapped: as soon as it is painted, while the page's own script is still on
 * its way over the same line; at a moment of chance while the page loads; when the app is there; and while a page of a
 * claim with its many files loads.
 */
export async function tapTimes(visits: number, random: () => number): Promise<TapResult> {
  const { wait } = readPageWords();
  const server = await startServer({ HOTLINE: '95500' });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    await letWaitBeKnown(server);
    const round = async (path: string, waits: () => TapOptions['waits']): Promise<TapTimes> => {
      const taps: Tap[] = [];
      let never = 0;
      // The first visit warms the server up and counts for nothing.
      for (let visit = 0; visit <= visits; visit += 1) {
        try {
          const options = { link: LINK, waits: waits() };
          const tap = await measureTap(browser, `${server.url}${path}`, wait, options);
          if (visit > 0) taps.push(tap);
        } catch (error) {
          process.stderr.write(`${String(error)}\n`);
          never += 1;
        }
      }
      const times = taps.map(({ accepted, tapped }) => accepted - tapped);
      return {
        visits,
        ...spreadOf([...times, ...Array<number>(never).fill(30_000)]),
        askedMore: taps.filter(({ asked }) => asked.join() !== ONE_QUESTION).length,
        never,
      };
    };
    const anyMoment = () => 1 + LOADING_MS * random();
    const result = {
      atOnce: await round('/', () => 0),
      anyMoment: await round('/', anyMoment),
      ready: await round('/', () => 'app'),
      claimLoading: await round('/claims/new/hospital/who', anyMoment),
    };
    const asked: number[] = [];
    for (let i = 0; i < 5 * visits; i += 1) {
      const started = performance.now();
      await askForPerson(server);
      asked.push(performance.now() - started);
    }
    return { ...result, server: spreadOf(asked) };
  } finally {
    await browser.close();
    await server.dispose();
  }
}
