import type { AgeBand } from '../../src/domain/lane/age.ts';
import { creditOf } from '../../src/domain/handoff/credit.ts';
import { matchAll, placeOf, type Waiting } from '../../src/domain/handoff/queue.ts';
import { waitBandOf } from '../../src/domain/handoff/wait.ts';
import { randomFrom } from '../senior/random.ts';

const MINUTE = 60_000;
const AGENTS = 3;
const HANDLING_MS = 5 * MINUTE;
/** How many conversations that ended last tell of the next. */
const RECENT = 200;
const GROUPS: readonly AgeBand[] = ['under60', '60to79', '80plus'];

interface Person extends Waiting {
  ageBand: AgeBand;
  takenAt: number;
  /** The band that was shown on asking, s; absent: somebody was free, or too little was known. */
  band?: { low: number; high: number };
}

export interface Fairness {
  load: number;
  people: number;
  /** Pairs in which somebody was overtaken by one who asked later than the credit allows. */
  beyondCredit: number;
  placesShown: number;
  placesWrong: number;
  /** Wait that nine of ten of a group do not exceed, s. */
  p90: Record<AgeBand, number>;
  mostWaited: number;
  bandsShown: number;
  /** Shares of the shown bands. */
  inside: number;
  notLonger: number;
}

const p90 = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.9) - 1] ?? 0;

/** The order in which those who wait now would be taken, one after the other, by the program that gives them out. */
function takingOrder(queue: readonly Waiting[], now: number): string[] {
  let left = [...queue];
  const order: string[] = [];
  while (left.length > 0) {
    const agent = { id: 'a', role: 'agent', skills: [], room: 1, idleSince: now };
    const id = matchAll(left, [agent], now)[0]?.entryId;
    if (id === undefined) break;
    order.push(id);
    left = left.filter((one) => one.id !== id);
  }
  return order;
}

/** One day at a desk of three: people come at random, three of ten of them 60 and over, conversations of 5 minutes on average. */
function day(seed: number, load: number, people: number) {
  const { even } = randomFrom(seed);
  const exponential = (mean: number) => -Math.log(1 - even()) * mean;
  const free = Array.from({ length: AGENTS }, () => 0);
  const ended: { at: number; tookMs: number }[] = [];
  const served: Person[] = [];
  let queue: Person[] = [];
  let shown = 0;
  let wrong = 0;
  let clock = 0;

  const takeUntil = (until: number) => {
    while (queue.length > 0) {
      const soonest = Math.min(...free);
      const at = Math.max(soonest, Math.min(...queue.map((one) => one.enqueuedAt)));
      if (at > until) return;
      const agent = { id: 'a', role: 'agent', skills: [], room: 1, idleSince: soonest };
      const [match] = matchAll(queue, [agent], at);
      const next = queue.find(({ id }) => id === match?.entryId);
      if (!next) throw new Error('somebody waits and nobody is taken');
      served.push({ ...next, takenAt: at });
      queue = queue.filter((one) => one !== next);
      const tookMs = exponential(HANDLING_MS);
      free[free.indexOf(soonest)] = at + tookMs;
      ended.push({ at: at + tookMs, tookMs });
    }
  };
  for (let index = 0; index < people; index += 1) {
    clock += exponential(HANDLING_MS / AGENTS / load);
    takeUntil(clock);
    const now = clock;
    const draw = even();
    const ageBand = draw < 0.1 ? '80plus' : draw < 0.3 ? '60to79' : 'under60';
    const one: Person = {
      id: String(index).padStart(5, '0'),
      enqueuedAt: now,
      creditMs: creditOf({ ageBand, isInHardship: false }),
      ageBand,
      takenAt: NaN,
    };
    queue.push(one);
    if (Math.min(...free) > now) {
      const recent = ended.filter(({ at }) => at <= now).slice(-RECENT);
      const place = placeOf(queue, one.id, now);
      one.band =
        waitBandOf(
          place,
          recent.map(({ tookMs }) => tookMs),
          AGENTS,
        ) ?? undefined;
    }
    if (index % 10 === 0) {
      takingOrder(queue, now).forEach((id, rank) => {
        shown += 1;
        if (placeOf(queue, id, now) !== rank + 1) wrong += 1;
      });
    }
  }
  takeUntil(Infinity);
  let beyond = 0;
  served.forEach((one, at) => {
    for (let before = 0; before < at; before += 1) {
      const other = served[before] as Person;
      // Taken before, asked later, and by more than the order allows: while both were waiting.
      if (other.takenAt >= one.enqueuedAt && other.enqueuedAt > one.enqueuedAt)
        if (other.enqueuedAt - one.enqueuedAt > other.creditMs - one.creditMs) beyond += 1;
    }
  });
  if (queue.length > 0) throw new Error('somebody was never taken');
  return { served, shown, wrong, beyond };
}

/** Twenty days at one load. */
export function fairness(load: number, seeds: number, people: number): Fairness {
  const days = Array.from({ length: seeds }, (_, seed) => day(seed + 1, load, people));
  const served = days.flatMap((one) => one.served);
  const waited = (one: Person) => (one.takenAt - one.enqueuedAt) / 1000;
  const told = served.flatMap((one) => (one.band ? [{ ...one.band, seconds: waited(one) }] : []));
  const shareOf = (is: (one: (typeof told)[number]) => boolean) =>
    told.filter(is).length / Math.max(1, told.length);
  const sum = (of: (one: (typeof days)[number]) => number) =>
    days.reduce((total, one) => total + of(one), 0);
  return {
    load,
    people: served.length,
    beyondCredit: sum(({ beyond }) => beyond),
    placesShown: sum(({ shown }) => shown),
    placesWrong: sum(({ wrong }) => wrong),
    p90: Object.fromEntries(
      GROUPS.map((group) => [
        group,
        p90(served.filter(({ ageBand }) => ageBand === group).map(waited)),
      ]),
    ) as Record<AgeBand, number>,
    mostWaited: Math.max(...served.map(waited)),
    bandsShown: told.length,
    // Words round to whole minutes: half a minute either way reads the same.
    inside: shareOf(({ low, high, seconds }) => seconds >= low - 30 && seconds <= high + 30),
    notLonger: shareOf(({ high, seconds }) => seconds <= high + 30),
  };
}
