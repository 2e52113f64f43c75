import { performance } from 'node:perf_hooks';
import { startCluster, type Node } from './nodes.ts';
import { beginTalks, listen, say, signInStaff, type Talk } from './people.ts';
import { call, wait } from './wire.ts';

/**
 * A node is killed as soon as its answer is there, so its hint to the other processes mostly dies with it; somebody
 * listens on the other node. @returns ms until each message was heard
 */
export async function killBeforeHint(rounds: number, random: () => number): Promise<number[]> {
  const cluster = await startCluster(2, random);
  try {
    const [writer, reader] = cluster.nodes as [Node, Node];
    const staff = await signInStaff(writer, ['agent1']);
    const [talk] = (await beginTalks(cluster, staff, 1)) as [Talk];
    const listener = listen(talk, 'staff', () => reader, { random });
    await wait(500);
    const delays: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = listener.hearing.messages.length;
      await say(talk, 'customer', () => writer, `round-${round}`, random);
      const committed = performance.now();
      await writer.kill();
      while (
        listener.hearing.messages.length === before &&
        performance.now() - committed < 30_000
      ) {
        await wait(10);
      }
      delays.push(performance.now() - committed);
      await writer.start();
      // A side may say thirty things a minute.
      await wait(1500);
    }
    await listener.stop();
    return delays;
  } finally {
    await cluster.dispose();
  }
}

export interface RepeatResult {
  sent: number;
  /** Rows in the log beyond one for each message. */
  rowsTooMany: number;
  /** Repeats that were given another number than the log holds. */
  otherNumber: number;
  /** Altered repeats that were not refused with 409. */
  notRefused: number;
}

/** Answers get lost after the commit; every message is sent again, and once more with another text. */
export async function lostAnswers(count: number, random: () => number): Promise<RepeatResult> {
  const cluster = await startCluster(1, random);
  try {
    const node = cluster.nodes[0] as Node;
    const staff = await signInStaff(node, ['agent1', 'agent2', 'agent3']);
    const perTalk = 28;
    const talks = await beginTalks(cluster, staff, Math.ceil(count / perTalk));
    const result: RepeatResult = { sent: 0, rowsTooMany: 0, otherNumber: 0, notRefused: 0 };
    for (const talk of talks) {
      const url = `${node.url}/api/conversations/${talk.id}/events`;
      const cookie = talk.cookies.customer;
      for (let i = 0; i < perTalk; i += 1) {
        const said = (text: string) => ({ clientId: `m-${i}`, kind: 'message', body: { text } });
        await call('POST', url, { cookie, body: said('one'), isCut: true }).catch(() => undefined);
        const again = await call('POST', url, { cookie, body: said('one') });
        const third = await call('POST', url, { cookie, body: said('one') });
        const altered = await call('POST', url, { cookie, body: said('two') });
        result.sent += 1;
        const seq = (reply: typeof again) => (reply.body as { seq?: number }).seq;
        if (seq(again) === undefined || seq(again) !== seq(third)) result.otherNumber += 1;
        if (altered.status !== 409) result.notRefused += 1;
      }
      const rows = await cluster.query<{ n: string }>(
        `select count(*) as n from event where stream_id = $1 and kind = 'message'`,
        [talk.id],
      );
      result.rowsTooMany += Number(rows[0]?.n ?? 0) - perTalk;
    }
    return result;
  } finally {
    await cluster.dispose();
  }
}
