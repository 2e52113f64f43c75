import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { randomFrom } from '../senior/random.ts';
import { table } from '../statistics.ts';
import { chaos, type ChaosPlan, type ChaosResult } from './chaos.ts';
import { fairness } from './fair.ts';
import { killBeforeHint, lostAnswers } from './hints.ts';
import { deploy, load } from './load.ts';
import { tapTimes } from './tap.ts';

/**
 * `npm run bench:handoff [-- few] [-- NAME…]`: what handoff.md §6 asks to be shown. `few` makes every part small, to see
 * that it works; names run these parts only: chaos, database, hints, answers, load,
 * deploy, tap, fair.
 */
const asked = process.argv.slice(2);
const isFew = asked.includes('few');
const names = asked.filter((name) => name !== 'few');
const isWanted = (name: string) => names.length === 0 || names.includes(name);
const SEED = 20261122;
const random = () => randomFrom(SEED).even;
const RESULTS = new URL('../results/', import.meta.url);

const results: Record<string, unknown> = {
  machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version },
  isFew,
};
const misses: string[] = [];
const hold = (what: string, isHeld: boolean) => {
  if (!isHeld) misses.push(what);
};
const say = (text: string) => process.stderr.write(`${text}\n`);
const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;

const plan: ChaosPlan = isFew
  ? { talks: 20, messages: 10, killEveryMs: 4000, cutEveryMs: 3000 }
  : { talks: 150, messages: 100, killEveryMs: 7500, cutEveryMs: 12_000 };
const figures = (name: string, one: ChaosResult) => [
  name,
  String(one.acknowledged),
  `${one.lost} (${share(one.lost, one.expected)})`,
  String(one.twice),
  String(one.gaps),
  String(one.different),
  String(one.kills),
  String(one.databaseKills),
  String(one.cuts),
  one.seconds.toFixed(0),
];
const head = [
  '',
  'acknowledged',
  'lost',
  'shown twice',
  'gaps',
  'logs differ',
  'nodes killed',
  'database killed',
  'streams cut',
  's',
];
const rows: string[][] = [head];
const checkChaos = (name: string, one: ChaosResult) => {
  rows.push(figures(name, one));
  hold(`${name}: nothing lost`, one.lost === 0);
  hold(`${name}: nothing twice`, one.twice === 0);
  hold(`${name}: no gap`, one.gaps === 0 && one.different === 0);
};

if (isWanted('chaos')) {
  say('nodes killed, streams cut: ours');
  const ours = await chaos(plan, random());
  checkChaos('silverlane', ours);
  if (!isFew) {
    hold('chaos: 25 kills', ours.kills >= 25);
    hold('chaos: 2,000 cuts', ours.cuts >= 2000);
    hold('chaos: 30,000 messages', ours.acknowledged >= 30_000);
  }
  say('the same through socket.io');
  const { socketIo } = await import('./socketio.ts');
  const peer = await socketIo(plan, random());
  rows.push(figures('socket.io', peer));
  Object.assign(results, { chaos: { ours, socketIo: peer } });
}
if (isWanted('database')) {
  say('database killed, nodes killed, streams cut');
  const small = isFew ? plan : { ...plan, talks: 60, messages: 40 };
  const ours = await chaos({ ...small, killDatabaseEveryMs: isFew ? 6000 : 12_000 }, random());
  checkChaos('silverlane, database killed too', ours);
  results.database = ours;
}
if (rows.length > 1) console.log(`\n${table(rows)}\n`);

if (isWanted('hints')) {
  say('a node killed between commit and hint');
  const delays = await killBeforeHint(isFew ? 5 : 25, random());
  const worst = Math.max(...delays);
  results.killBeforeHint = { rounds: delays.length, worstMs: worst };
  console.log(
    `killed between commit and hint, ${delays.length} times: heard after ${Math.round(worst)} ms at the latest`,
  );
  hold('killed between commit and hint: heard within 3 s', worst <= 3000);
}
if (isWanted('answers')) {
  say('answers lost after the commit');
  const repeated = await lostAnswers(isFew ? 100 : 2000, random());
  results.lostAnswers = repeated;
  console.log(`answers lost after the commit: ${JSON.stringify(repeated)}`);
  hold(
    'repeated messages: one row, one number, altered ones refused',
    repeated.rowsTooMany + repeated.otherNumber + repeated.notRefused === 0,
  );
}
if (isWanted('load')) {
  const size = isFew
    ? { streams: 200, perSecond: 10, seconds: 10 }
    : { streams: 10_000, perSecond: 300, seconds: 60 };
  say(`${size.streams} idle streams, ${size.perSecond} messages a second`);
  const one = await load(size, random());
  results.load = one;
  console.log(
    `${one.streams} idle streams, ${one.messages} messages in ${size.seconds} s: p50 ${one.p50.toFixed(0)} ms, ` +
      `p99 ${one.p99.toFixed(0)} ms, ${one.kbPerStream.toFixed(1)} KB a stream, ${(one.cpu * 100).toFixed(0)} % of a core`,
  );
  hold('load: all heard', one.heard >= one.messages);
}
if (isWanted('deploy')) {
  say('a new version put in place');
  const one = await deploy(isFew ? 200 : 5000, random());
  results.deploy = one;
  console.log(
    `a node replaced under ${one.streams} streams: all back after ${one.seconds.toFixed(1)} s, ${one.serverErrors} server errors`,
  );
  hold('deploy: all back within 15 s', one.seconds <= 15);
}

if (isWanted('tap')) {
  say('taps for a person on a slow line: 400 kbit/s, 400 ms, a processor four times slower');
  const taps = await tapTimes(isFew ? 5 : 20);
  results.tap = taps;
  const ms = (value: number) => value.toFixed(0);
  const row = (name: string, { visits, p50, p95, most }: (typeof taps)['ready']) => [
    name,
    ...[visits, p50, p95, most].map(ms),
  ];
  const tapRows = [
    ['tap to accepted, ms', 'visits', 'p50', 'p95', 'most'],
    row('as soon as painted', taps.atOnce),
    row('the app is there', taps.ready),
  ];
  console.log(`\n${table(tapRows)}\n`);
  hold('tap as soon as painted: p95 within 1 s', taps.atOnce.p95 <= 1000);
  hold('tap when the app is there: p95 within 1 s', taps.ready.p95 <= 1000);
}
if (isWanted('fair')) {
  say('twenty days at a desk of three, at three loads');
  const runs = [0.7, 0.9, 1.1].map((load) => fairness(load, isFew ? 3 : 20, isFew ? 200 : 600));
  results.fair = runs;
  const minutes = (seconds: number) => (seconds / 60).toFixed(1);
  const lines = runs.map((run) => [
    String(run.load),
    String(run.people),
    String(run.beyondCredit),
    `${run.placesWrong} of ${run.placesShown}`,
    minutes(run.p90.under60),
    minutes(run.p90['60to79']),
    minutes(run.p90['80plus']),
    minutes(run.mostWaited),
    share(run.inside, 1),
    share(run.notLonger, 1),
  ]);
  const top =
    'load;people;overtaken beyond credit;places wrong;p90 under 60, min;60–79;80+;longest;in the band;not longer than it';
  console.log(`\n${table([top.split(';'), ...lines])}\n`);
  for (const run of runs) {
    const at = `at a load of ${run.load}`;
    hold(`${at}: nobody overtaken beyond the credit`, run.beyondCredit === 0);
    hold(`${at}: the shown place is the true rank`, run.placesWrong === 0);
    hold(
      `${at}: who is 60 and over waits less than the others`,
      Math.max(run.p90['60to79'], run.p90['80plus']) < run.p90.under60,
    );
    hold(`${at}: 80 % of waits in the shown band`, run.inside >= 0.8);
  }
}

if (names.length === 0 && !isFew) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(new URL('handoff.json', RESULTS), `${JSON.stringify(results, null, 2)}\n`);
}
console.log(misses.length === 0 ? '\nall held' : `\nnot held:\n- ${misses.join('\n- ')}`);
process.exitCode = misses.length === 0 ? 0 : 1;
