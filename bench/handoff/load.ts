import { execFileSync } from 'node:child_process';
import { startCluster, type Node } from './nodes.ts';
import { beginTalks, listen, say, signInStaff, type Talk } from './people.ts';
import { openStream, wait, type StreamEnd } from './wire.ts';

const STAFF = ['agent1', 'agent2', 'agent3', 'supervisor1', 'supervisor2', 'supervisor3'];
/** Opened at once: as many as a busy minute of a large insurer begins. */
const OPEN_TOGETHER = 50;

export interface LoadResult {
  streams: number;
  messages: number;
  heard: number;
  p50: number;
  p99: number;
  /** Memory of the node that one idle stream costs, KB. */
  kbPerStream: number;
  /** Of one core, 0 to 1 and more. */
  cpu: number;
}

/** Memory (KB) and processor time (s) of a process, as the system counts them. */
function usage(pid: number): { kb: number; cpuSeconds: number } {
  const said = execFileSync('ps', ['-o', 'rss=,cputimes=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [kb = 0, cpuSeconds = 0] = said.trim().split(/\s+/).map(Number);
  return { kb, cpuSeconds };
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface Idle {
  ended: Promise<StreamEnd>;
  cut: () => void;
}

/** Many streams on which nothing happens, on conversations that nobody speaks in. */
async function openIdle(node: Node, talks: readonly Talk[], count: number): Promise<Idle[]> {
  const idle: Idle[] = [];
  for (let i = 0; i < count; i += 1) {
    const talk = talks[i % talks.length] as Talk;
    const url = `${node.url}/api/conversations/${talk.id}/stream?after=1000`;
    let hello: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (hello = resolve));
    idle.push(openStream(url, talk.cookies.customer, hello));
    if (i % OPEN_TOGETHER === 0) await begun;
  }
  await wait(2000);
  return idle;
}

/** Idle streams on one node, and on top of them conversations that speak so often a second; delays as their readers saw. */
export async function load(
  { streams, perSecond, seconds }: { streams: number; perSecond: number; seconds: number },
  random: () => number,
): Promise<LoadResult> {
  const cluster = await startCluster(1, random);
  try {
    const node = cluster.nodes[0] as Node;
    const staff = await signInStaff(node, STAFF);
    // Thirty a minute for each side is the most: four seconds between two of one person leaves it room.
    const speaking = perSecond * 4;
    const all = await beginTalks(cluster, staff, speaking + 100);
    const [talks, silent] = [all.slice(0, speaking), all.slice(speaking)];
    const listeners = talks.map((talk) => listen(talk, 'staff', () => node, { random }));
    await wait(2000);
    const before = usage(node.pid());
    const idle = await openIdle(node, silent, streams);
    const opened = usage(node.pid());

    const speak = async (talk: Talk) => {
      await wait(4000 * random());
      const until = performance.now() + seconds * 1000;
      let count = 0;
      while (performance.now() < until) {
        const started = performance.now();
        await say(talk, 'customer', () => node, `m-${count}`, random);
        count += 1;
        await wait(Math.max(0, 4000 - (performance.now() - started)));
      }
      return count;
    };
    const started = performance.now();
    const counts = await Promise.all(talks.map(speak));
    const took = (performance.now() - started) / 1000;
    await wait(3000);
    const after = usage(node.pid());
    await Promise.all(listeners.map(({ stop }) => stop()));
    for (const one of idle) one.cut();

    const delays = listeners.flatMap(({ hearing }) => hearing.delays).sort((a, b) => a - b);
    return {
      streams: idle.length,
      messages: counts.reduce((sum, count) => sum + count, 0),
      heard: delays.length,
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      kbPerStream: (opened.kb - before.kb) / idle.length,
      cpu: (after.cpuSeconds - opened.cpuSeconds) / took,
    };
  } finally {
    await cluster.dispose();
  }
}

export interface DeployResult {
  streams: number;
  /** s until every stream was open again. */
  seconds: number;
  /** Answers 500 to 599 on the way back. */
  serverErrors: number;
}

/** A node is stopped as a new version is put in its place; its readers are told, and come back by themselves. */
export async function deploy(streams: number, random: () => number): Promise<DeployResult> {
  const cluster = await startCluster(1, random);
  try {
    const node = cluster.nodes[0] as Node;
    const staff = await signInStaff(node, STAFF);
    const talks = await beginTalks(cluster, staff, 50);
    const idle = await openIdle(node, talks, streams);
    let serverErrors = 0;
    const started = performance.now();
    const back = idle.map(async ({ ended }, i) => {
      const { byeMs = 1000 * random() } = await ended;
      await wait(byeMs);
      const talk = talks[i % talks.length] as Talk;
      const url = `${node.url}/api/conversations/${talk.id}/stream?after=1000`;
      for (;;) {
        const isBack = await new Promise<(() => void) | undefined>((resolve) => {
          const again = openStream(url, talk.cookies.customer, () => resolve(again.cut));
          void again.ended.then(({ status }) => {
            if (status >= 500) serverErrors += 1;
            resolve(undefined);
          });
        });
        if (isBack) return isBack;
        await wait(300 + 700 * random());
      }
    });
    await node.stop();
    await node.start();
    const cuts = await Promise.all(back);
    const seconds = (performance.now() - started) / 1000;
    for (const cut of cuts) cut();
    return { streams: cuts.length, seconds, serverErrors };
  } finally {
    await cluster.dispose();
  }
}
