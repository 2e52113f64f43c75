import { startCluster, type Cluster } from './nodes.ts';
import { beginTalks, listen, say, signInStaff, type Side, type Talk } from './people.ts';
import { call, wait } from './wire.ts';

/** Each side may say 30 things a minute (handoffLimits.messagesAMinute): a little slower is no chaos lost. */
export const PAUSE_MS = 2100;
const SIDES: readonly Side[] = ['customer', 'staff'];
const STAFF = ['agent1', 'agent2', 'agent3', 'supervisor1'];

export interface ChaosPlan {
  talks: number;
  /** By each side of each conversation. */
  messages: number;
  /** A node is killed about so often, ms. */
  killEveryMs?: number;
  /** The database is killed about so often, ms. */
  killDatabaseEveryMs?: number;
  cutEveryMs?: number;
}

export interface ChaosResult {
  acknowledged: number;
  expected: number;
  lost: number;
  twice: number;
  gaps: number;
  /** Conversations whose two readers, or whose log read anew, differ in any message or its order. */
  different: number;
  kills: number;
  databaseKills: number;
  cuts: number;
  seconds: number;
}

/** Does something about so often, at moments of chance, one after the other, until it is stopped. `stop` tells how often. */
export function nowAndThen(
  everyMs: number | undefined,
  random: () => number,
  act: () => Promise<void>,
) {
  let isOver = everyMs === undefined;
  let count = 0;
  const run = async () => {
    while (!isOver) {
      await wait((everyMs ?? 0) * (0.5 + random()));
      if (isOver) return;
      count += 1;
      await act();
    }
  };
  const ended = run();
  return {
    stop: async () => {
      isOver = true;
      await ended;
      return count;
    },
  };
}

async function wholeLog(cluster: Cluster, talk: Talk): Promise<string[]> {
  const ids: string[] = [];
  for (let after = 0; ;) {
    const url = `${cluster.nodes[0]?.url ?? ''}/api/conversations/${talk.id}/events?after=${after}`;
    const { body } = await call('GET', url, { cookie: talk.cookies.customer });
    const { events } = body as { events: { seq: number; kind: string; clientId: string }[] };
    if (events.length === 0) return ids;
    ids.push(...events.filter(({ kind }) => kind === 'message').map(({ clientId }) => clientId));
    after = events.at(-1)?.seq ?? after;
  }
}

/**
 * Two nodes on one PostgreSQL, conversations with both sides speaking and listening through any node, while nodes or the
 * database are killed and streams are cut. Then everything that was acknowledged is looked for on both sides.
 */
export async function chaos(plan: ChaosPlan, random: () => number): Promise<ChaosResult> {
  const cluster = await startCluster(2, random);
  try {
    const staff = await signInStaff(cluster.pick(), STAFF);
    const talks = await beginTalks(cluster, staff, plan.talks);
    const begun = performance.now();
    const listeners = talks.flatMap((talk) =>
      SIDES.map((side) => ({
        talk,
        side,
        ...listen(talk, side, cluster.pick, { cutEveryMs: plan.cutEveryMs, random }),
      })),
    );
    let node = 0;
    const nodeKiller = nowAndThen(plan.killEveryMs, random, () => {
      node = 1 - node;
      return cluster.killNode(node);
    });
    const databaseKiller = nowAndThen(plan.killDatabaseEveryMs, random, async () => {
      await cluster.database.kill();
      await cluster.database.start();
    });

    const acknowledged = new Map<string, string[]>();
    const speak = async (talk: Talk, side: Side) => {
      await wait(PAUSE_MS * random());
      for (let i = 0; i < plan.messages; i += 1) {
        const started = performance.now();
        const clientId = `${side}-${i}`;
        await say(talk, side, cluster.pick, clientId, random);
        acknowledged.set(talk.id, [...(acknowledged.get(talk.id) ?? []), clientId]);
        await wait(Math.max(0, PAUSE_MS * (0.95 + 0.1 * random()) - (performance.now() - started)));
      }
    };
    await Promise.all(talks.flatMap((talk) => SIDES.map((side) => speak(talk, side))));
    const kills = await nodeKiller.stop();
    const databaseKills = await databaseKiller.stop();

    // Everybody comes back within the longest back-off and a sweep.
    const logs = new Map<string, string[]>();
    for (const talk of talks) logs.set(talk.id, await wholeLog(cluster, talk));
    const isBehind = () =>
      listeners.some(
        ({ talk, hearing }) => hearing.messages.length < (logs.get(talk.id)?.length ?? 0),
      );
    for (let tries = 0; tries < 100 && isBehind(); tries += 1) await wait(100);
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(listeners.map(({ stop }) => stop()));

    let lost = 0;
    const different = new Set<string>();
    for (const { talk, hearing } of listeners) {
      const heard = new Set(hearing.messages);
      lost += (acknowledged.get(talk.id) ?? []).filter((id) => !heard.has(id)).length;
      if (hearing.messages.join() !== logs.get(talk.id)?.join()) different.add(talk.id);
    }
    const sum = (of: (one: (typeof listeners)[number]) => number) =>
      listeners.reduce((total, one) => total + of(one), 0);
    const count = [...acknowledged.values()].reduce((total, ids) => total + ids.length, 0);
    return {
      acknowledged: count,
      expected: count * SIDES.length,
      lost,
      twice: sum(({ hearing }) => hearing.twice),
      gaps: sum(({ hearing }) => hearing.gaps),
      different: different.size,
      kills,
      databaseKills,
      cuts: sum(({ hearing }) => hearing.cuts),
      seconds,
    };
  } finally {
    await cluster.dispose();
  }
}
