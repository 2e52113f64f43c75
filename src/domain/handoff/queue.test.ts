import { describe, expect, test } from 'vitest';
import { creditOf } from './credit.ts';
import { compareWaiting, matchAll, placeOf, rankOf, type Agent, type Waiting } from './queue.ts';

/** Small, seeded, the same everywhere (mulberry32). */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MINUTE = 60_000;
const AGENTS = 3;
const HANDLING_MS = 5 * MINUTE;

interface Served extends Waiting {
  isSenior: boolean;
  takenAt: number;
}

interface Run {
  served: Served[];
  left: Waiting[];
  /** Moments at which a shown place was not the place in which they were taken. */
  wrongPlaces: number;
}

/** A day at a desk: people come at random, each agent takes the next one when free. */
function simulate(seed: number, load: number, people: number): Run {
  const random = seeded(seed);
  const exponential = (mean: number) => -Math.log(1 - random()) * mean;
  const between = HANDLING_MS / AGENTS / load;
  const free = Array.from({ length: AGENTS }, () => 0);
  const arrivals: (Waiting & { isSenior: boolean })[] = [];
  let now = 0;
  for (let at = 0; at < people; at += 1) {
    now += exponential(between);
    const draw = random();
    const ageBand = draw < 0.1 ? '80plus' : draw < 0.3 ? '60to79' : 'under60';
    arrivals.push({
      id: String(at).padStart(5, '0'),
      enqueuedAt: now,
      creditMs: creditOf({ ageBand, isInHardship: false }),
      isSenior: ageBand !== 'under60',
    });
  }
  const served: Served[] = [];
  let queue: (Waiting & { isSenior: boolean })[] = [];
  let wrongPlaces = 0;
  let next = 0;
  while (next < arrivals.length || queue.length > 0) {
    const soonest = Math.min(...free);
    const arrival = arrivals[next];
    if (arrival && (queue.length === 0 || arrival.enqueuedAt <= soonest)) {
      queue.push(arrival);
      next += 1;
      continue;
    }
    const at = Math.max(soonest, Math.min(...queue.map((entry) => entry.enqueuedAt)));
    const agents: Agent[] = [
      { id: 'agent', role: 'agent', skills: [], room: 1, idleSince: soonest },
    ];
    const [match] = matchAll(queue, agents, at);
    const first = queue.find((entry) => entry.id === match?.entryId);
    if (!first) throw new Error('somebody waits and nobody is taken');
    if (placeOf(queue, first.id, at) !== 1) wrongPlaces += 1;
    served.push({ ...first, takenAt: at });
    queue = queue.filter((entry) => entry !== first);
    free[free.indexOf(soonest)] = at + exponential(HANDLING_MS);
  }
  return { served, left: queue, wrongPlaces };
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

/** `HANDOFF_PEOPLE=20000` runs it for long. */
const PEOPLE = Number(process.env['HANDOFF_PEOPLE'] ?? '600');

describe.each([0.7, 0.9, 1.1])('a desk at a load of %s, twenty days', (load) => {
  const runs = Array.from({ length: 20 }, (_, seed) => simulate(seed + 1, load, PEOPLE));

  test('nobody is overtaken by anybody who came later than the credit allows, and all are served', () => {
    for (const { served, left } of runs) {
      expect(left).toEqual([]);
      let latest: Served | undefined;
      for (const one of served) {
        // Whoever was taken before with a later arrival came within the difference of their credits.
        if (latest && latest.enqueuedAt > one.enqueuedAt) {
          const overtaken = served.filter(
            (other) => other.takenAt < one.takenAt && other.enqueuedAt > one.enqueuedAt,
          );
          for (const other of overtaken) {
            if (other.takenAt < one.enqueuedAt) continue;
            expect(other.enqueuedAt - one.enqueuedAt).toBeLessThanOrEqual(
              other.creditMs - one.creditMs,
            );
          }
        }
        if (!latest || one.enqueuedAt > latest.enqueuedAt) latest = one;
      }
    }
  });

  test('the place that is shown is the one in which people are taken', () => {
    expect(runs.reduce((sum, run) => sum + run.wrongPlaces, 0)).toBe(0);
  });

  test('who is 60 and over waits no longer than the others', () => {
    const waits = (isSenior: boolean) =>
      runs.flatMap(({ served }) =>
        served
          .filter((one) => one.isSenior === isSenior)
          .map((one) => one.takenAt - one.enqueuedAt),
      );
    expect(quantile(waits(true), 0.9)).toBeLessThan(quantile(waits(false), 0.9));
  });
});

describe('who is asked for whom', () => {
  const agent = (over: Partial<Agent> = {}): Agent => ({
    id: 'a',
    role: 'agent',
    skills: [],
    room: 1,
    idleSince: 0,
    ...over,
  });
  const waiting = (over: Partial<Waiting> = {}): Waiting => ({
    id: 'w',
    enqueuedAt: 0,
    creditMs: 0,
    ...over,
  });

  test('the one who was idle longest, one each, and never more than there is room for', () => {
    const queue = ['1', '2', '3', '4'].map((id, at) => waiting({ id, enqueuedAt: at }));
    const agents = [agent({ id: 'late', idleSince: 9, room: 1 }), agent({ id: 'early', room: 2 })];
    expect(matchAll(queue, agents, 10)).toEqual([
      { entryId: '1', agentId: 'early' },
      { entryId: '2', agentId: 'late' },
      { entryId: '3', agentId: 'early' },
    ]);
  });

  test('a wished language is waited for, but not for longer than a minute', () => {
    const queue = [waiting({ needs: ['lng:en'] })];
    const agents = [
      agent({ id: 'plain' }),
      agent({ id: 'english', skills: ['lng:en'], idleSince: 9 }),
    ];
    expect(matchAll(queue, agents.slice(0, 1), 59_000)).toEqual([]);
    expect(matchAll(queue, agents, 59_000)).toEqual([{ entryId: 'w', agentId: 'english' }]);
    expect(matchAll(queue, agents.slice(0, 1), 60_000)).toEqual([
      { entryId: 'w', agentId: 'plain' },
    ]);
    expect(matchAll(queue, agents, 60_000)).toEqual([{ entryId: 'w', agentId: 'english' }]);
  });

  test('who let it pass is not asked again at once; one who was named is asked first', () => {
    const both = [agent({ id: 'a' }), agent({ id: 'b', idleSince: 1 })];
    expect(matchAll([waiting({ passedBy: ['a'] })], both, 5)).toEqual([
      { entryId: 'w', agentId: 'b' },
    ]);
    expect(matchAll([waiting({ passedBy: ['a', 'b'] })], both, 5)).toEqual([]);
    const named = waiting({ prefers: 'b', prefersUntil: 10 });
    expect(matchAll([named], both, 5)).toEqual([{ entryId: 'w', agentId: 'b' }]);
    expect(matchAll([named], both.slice(0, 1), 5)).toEqual([]);
    expect(matchAll([named], both.slice(0, 1), 10)).toEqual([{ entryId: 'w', agentId: 'a' }]);
  });

  test('a call at a chosen time has no place before, and a near one then', () => {
    const call = waiting({
      id: 'call',
      enqueuedAt: 100 * MINUTE,
      creditMs: 10 * MINUTE,
      notBefore: 100 * MINUTE,
    });
    const others = [85, 95].map((at) => waiting({ id: `w${at}`, enqueuedAt: at * MINUTE }));
    const queue = [call, ...others];
    expect(placeOf(queue, 'call', 99 * MINUTE)).toBe(0);
    expect(placeOf(queue, 'w95', 99 * MINUTE)).toBe(2);
    expect(placeOf(queue, 'call', 100 * MINUTE)).toBe(2);
    expect(placeOf(queue, 'w95', 100 * MINUTE)).toBe(3);
  });

  test('the order is a total one: of equal ranks the smaller id is first', () => {
    const random = seeded(7);
    const queue = Array.from({ length: 300 }, (_, at) =>
      waiting({
        id: String(Math.floor(random() * 1e6) * 1000 + at),
        enqueuedAt: Math.floor(random() * 20) * MINUTE,
        creditMs: [0, 10, 15][Math.floor(random() * 3)]! * MINUTE,
      }),
    );
    const sorted = [...queue].sort(compareWaiting);
    for (let at = 1; at < sorted.length; at += 1) {
      expect(rankOf(sorted[at - 1]!)).toBeLessThanOrEqual(rankOf(sorted[at]!));
      expect(compareWaiting(sorted[at - 1]!, sorted[at]!)).toBeLessThan(0);
    }
    expect(sorted.map((entry) => placeOf(queue, entry.id, 100 * MINUTE))).toEqual(
      sorted.map((_, at) => at + 1),
    );
  });
});
