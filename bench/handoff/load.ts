import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { handoffLimits } from '../../src/domain/handoff/limits.ts';
import { openIdle } from './idle.ts';
import { startCluster, type Node } from './nodes.ts';
import { beginTalks, listen, say, signInStaff, type Talk } from './people.ts';
import { call, wait } from './wire.ts';

const STAFF = ['agent1', 'agent2', 'agent3', 'supervisor1', 'supervisor2', 'supervisor3'];
const LAG_STEP_MS = 20;

export interface LoadResult {
  streams: number;
  messages: number;
  /** Taken a second, while they were being sent. */
  perSecond: number;
  heard: number;
  p50: number;
  p99: number;
  most: number;
  /** Memory of the node that one idle stream costs, KB. */
  kbPerStream: number;
  /** Of one core, 0 to 1 and more. */
  cpu: number;
  /** How late each process was for what it had to do, p99, ms: who is late has made the message late. */
  lateP99: { server: number; senders: number; idleStreams: number };
  /** Processor time of the senders' process and of all the database's, of one core. */
  cpuBeside: { senders: number; database: number };
  /** Idle streams that ended meanwhile; beats that came to the others, of those that were due. */
  idleLost: number;
  beatsHeard: number;
}

/** Memory (KB) and processor time (s) of a process, as the system counts them. */
function usage(pid: number): { kb: number; cpuSeconds: number } {
  const said = execFileSync('ps', ['-o', 'rss=,cputimes=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [kb = 0, cpuSeconds = 0] = said.trim().split(/\s+/).map(Number);
  return { kb, cpuSeconds };
}

/** Processor time of a process and all that it has started, s. */
function familySeconds(pid: number): number {
  const said = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,cputimes='], { encoding: 'utf8' });
  const all = said
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  return all
    .filter(([own, parent]) => own === pid || parent === pid)
    .reduce((sum, [, , seconds]) => sum + seconds, 0);
}

/** How late the server was since it was last asked, p99, ms. */
async function serverLate(node: Node): Promise<number> {
  const { body } = await call('GET', `${node.url}/metrics`);
  const found = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(String(body));
  return Number(found?.[1]) * 1000;
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

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
    await wait(2000);
    const opened = usage(node.pid());

    const database = familySeconds(cluster.database.pid());
    const own = process.cpuUsage();
    const late = monitorEventLoopDelay({ resolution: LAG_STEP_MS });
    await serverLate(node);
    late.enable();
    idle.watch();
    const speak = async (talk: Talk) => {
      await wait(4000 * random());
      const until = started + seconds * 1000;
      let count = 0;
      while (performance.now() < until) {
        const began = performance.now();
        await say(talk, 'customer', () => node, `m-${count}`, random);
        count += 1;
        await wait(Math.max(0, 4000 - (performance.now() - began)));
      }
      return count;
    };
    const started = performance.now();
    const counts = await Promise.all(talks.map(speak));
    const took = (performance.now() - started) / 1000;
    const after = usage(node.pid());
    const ownUsed = process.cpuUsage(own);
    const lateP99 = {
      server: await serverLate(node),
      senders: Math.max(0, late.percentile(99) / 1e6 - LAG_STEP_MS),
      idleStreams: 0,
    };
    const databaseUsed = familySeconds(cluster.database.pid()) - database;
    const watched = await idle.report();
    lateP99.idleStreams = Math.max(0, watched.lagP99);
    const messages = counts.reduce((sum, count) => sum + count, 0);
    const heard = () => listeners.reduce((sum, { hearing }) => sum + hearing.delays.length, 0);
    for (let tries = 0; tries < 100 && heard() < messages; tries += 1) await wait(100);
    await Promise.all(listeners.map(({ stop }) => stop()));
    await idle.end();

    const delays = listeners.flatMap(({ hearing }) => hearing.delays).sort((a, b) => a - b);
    return {
      streams: idle.opened,
      messages,
      // Somebody begins within the first four seconds, and ends within the last four.
      perSecond: messages / seconds,
      heard: delays.length,
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      most: delays.at(-1) ?? Number.NaN,
      kbPerStream: (opened.kb - before.kb) / idle.opened,
      cpu: (after.cpuSeconds - opened.cpuSeconds) / took,
      lateP99,
      cpuBeside: {
        senders: (ownUsed.user + ownUsed.system) / 1e6 / took,
        database: databaseUsed / took,
      },
      idleLost: watched.lost,
      beatsHeard: watched.beats / ((idle.opened * took * 1000) / handoffLimits.beatMs),
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
    const talks = await beginTalks(cluster, staff, 100);
    const idle = await openIdle(node, talks, streams);
    await wait(2000);
    const back = idle.follow();
    const started = performance.now();
    await node.stop();
    await node.start();
    const { serverErrors } = await back;
    const seconds = (performance.now() - started) / 1000;
    await idle.end();
    return { streams: idle.opened, seconds, serverErrors };
  } finally {
    await cluster.dispose();
  }
}
