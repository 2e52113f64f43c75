import { chromium, type Browser } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { CHROMIUM_ARGS, findChromium } from '../scripts/lib/chromium.mjs';
import { startServer } from '../test/support/server-process.ts';
import { buildPeer, peers } from './build-peers.ts';
import { LINK, measureLoad, measureTap, type Load, type Tap } from './measure.ts';
import { readPageWords } from './page-words.ts';
import { asset, assetsOf, servePeer } from './peer-server.ts';
import { staticAnswer, staticHome } from './peers/static-page.ts';
import { spread, table, type Spread } from './statistics.ts';

/** `npm run bench -- 9` makes nine rounds. Fewer than five tell too little of a middle. */
const rounds = Math.max(5, Number(process.argv[2] ?? 5));
const LIMIT = 'static';
const RESULTS = new URL('results/', import.meta.url);

const TIMES = {
  firstPaint: 'first paint',
  firstContentfulPaint: 'first contentful paint',
  largestContentfulPaint: 'largest paint',
  buttonPainted: 'human button there',
  effect: 'tap takes effect',
  accepted: 'request accepted',
  blocking: 'blocking time',
} as const;
type TimeName = keyof typeof TIMES;

interface Page {
  name: string;
  url: string;
  loads: Load[];
  taps: Tap[];
}

const words = readPageWords();
const accepted = words.accepted.slice(0, 5);
const ours = await startServer({ HOTLINE: '95500' });
const limit = await servePeer(new Map([['/', asset(staticHome(words))]]), (place) =>
  staticAnswer(words, place),
);
const others = [];
for (const peer of peers) {
  others.push({ name: peer, ...(await servePeer(assetsOf(await buildPeer(peer, words)))) });
}
const pages: Page[] = [
  { name: 'silverlane', url: ours.url },
  { name: LIMIT, ...limit },
  ...others,
].map(({ name, url }) => ({ name, url, loads: [], taps: [] }));

async function measureAll(browser: Browser): Promise<void> {
  for (let round = 0; round <= rounds; round += 1) {
    // Each round begins with another page, so that none is always first; round 0 only warms everything up.
    for (let turn = 0; turn < pages.length; turn += 1) {
      const page = pages[(round + turn) % pages.length] as Page;
      const load = await measureLoad(browser, `${page.url}/`);
      const tap = await measureTap(browser, `${page.url}/`, accepted);
      if (round === 0) continue;
      page.loads.push(load);
      page.taps.push(tap);
    }
    process.stderr.write(round === 0 ? 'warmed up\n' : `round ${round} of ${rounds}\n`);
  }
}

const executablePath = await findChromium();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
const version = browser.version();
try {
  await measureAll(browser);
} finally {
  await browser.close();
  await Promise.all([ours.dispose(), limit.close(), ...others.map((one) => one.close())]);
}

const timesOf = ({ loads, taps }: Page): Record<TimeName, Spread> => {
  const runs = loads.map((load, at) => ({ ...load, ...(taps[at] as Tap) }));
  const names = Object.keys(TIMES) as TimeName[];
  return Object.fromEntries(
    names.map((name) => [name, spread(runs.map((run) => run[name]))]),
  ) as Record<TimeName, Spread>;
};
const results = pages.map((page) => ({
  name: page.name,
  times: timesOf(page),
  bytes: (page.loads.at(-1) as Load).bytes,
}));
const limitTimes = (results.find(({ name }) => name === LIMIT) as (typeof results)[number]).times;
const ratio = (name: TimeName, { median }: Spread) =>
  limitTimes[name].median > 0 ? Number((median / limitTimes[name].median).toFixed(2)) : null;

const ms = ({ median, min, max }: Spread) =>
  `${Math.round(median)} (${Math.round(min)}–${Math.round(max)})`;
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const withRatio = (name: TimeName, value: Spread) => {
  const times = ratio(name, value);
  return times === null ? ms(value) : `${ms(value)} ×${times.toFixed(2)}`;
};
const rows = [
  ['', ...results.map(({ name }) => name)],
  ...(Object.keys(TIMES) as TimeName[]).map((name) => [
    `${TIMES[name]}, ms`,
    ...results.map(({ times }) => withRatio(name, times[name])),
  ]),
  ...(['html', 'css', 'js', 'total', 'later'] as const).map((kind) => [
    kind === 'total'
      ? 'all until load'
      : kind === 'later'
        ? 'fetched after load'
        : kind.toUpperCase(),
    ...results.map(({ bytes }) => kb(bytes[kind])),
  ]),
];
console.log(
  `\n${LINK.bitsPerSecond / 1e6} Mbit/s, ${LINK.latencyMs} ms, CPU ÷${LINK.cpuSlowdown}, 360 × 640, cold cache, ` +
    `${rounds} rounds: median (least–most) × the static page\n\n${table(rows)}\n`,
);

mkdirSync(RESULTS, { recursive: true });
const report = {
  measuredAt: new Date().toISOString(),
  chromium: version,
  node: process.version,
  cpu: cpus()[0]?.model.trim(),
  cores: cpus().length,
  rounds,
  link: LINK,
  unit: 'ms from the start of the first navigation; bytes on the wire, brotli',
  pages: results.map(({ name, times, bytes }) => ({
    name,
    times: Object.fromEntries(
      (Object.entries(times) as [TimeName, Spread][]).map(([key, value]) => [
        key,
        { ...value, ratio: ratio(key, value) },
      ]),
    ),
    bytes,
  })),
};
writeFileSync(new URL('first-paint.json', RESULTS), `${JSON.stringify(report, null, 2)}\n`);
