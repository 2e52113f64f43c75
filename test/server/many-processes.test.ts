import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHints } from '#server/services/hints.ts';
import { sweepHints } from '#server/services/handoff/sweep-hints.ts';
import { openPostgresBus } from '#server/store/hint-bus.ts';
import { openStore } from '#server/store/open.ts';
import { sql } from 'kysely';
import { agentOf, asking, logOf, say, takeThis } from './support/desk.ts';
import { makePlace, type TempPlace } from './support/databases.ts';
import { makeServer, type TestServer } from './support/harness.ts';
import { listen } from './support/listen.ts';
import { Visitor } from './support/customer.ts';

/** Two processes of one installation, in one here: each has its own pool, hints and line to the database. */
describe('two processes on one PostgreSQL', () => {
  let place: TempPlace;
  let near: TestServer;
  let far: TestServer;
  const errors: unknown[] = [];

  const process = async (): Promise<TestServer> => {
    const databaseUrl = place.databaseUrl ?? '';
    const hints = createHints((receiver) =>
      openPostgresBus(databaseUrl, receiver, (error) => errors.push(error)),
    );
    const store = await openStore({ databaseUrl, dataDir: place.dataDir });
    return makeServer('postgres', { hints, store }, place);
  };

  beforeAll(async () => {
    place = await makePlace('postgres');
    near = await process();
    far = await process();
  });
  afterAll(async () => {
    await near?.close();
    await far?.close();
    await place.remove();
  });

  /** The same browser, led to the other process. */
  const there = (visitor: Visitor): Visitor => {
    const other = new Visitor(async (path, init) => far.app.request(path, init));
    for (const [name, value] of visitor.cookies) other.cookies.set(name, value);
    return other;
  };
  const listenFar = async (visitor: Visitor, id: string) => {
    const stream = await listen(far.app, there(visitor), `/api/conversations/${id}/stream?after=1`);
    await stream.until((one) => one.of('hello').length === 1);
    return stream;
  };

  test('what is written at one is read at the other at once, both ways, each once and in order', async () => {
    const agent = await agentOf(near, 'agent1', 8);
    const { visitor, id } = await asking(near);
    await takeThis(agent, id);
    const stream = await listenFar(visitor, id);
    const started = performance.now();
    for (let at = 0; at < 20; at += 1) {
      await say(agent, id, `near ${at}`);
      await say(there(visitor), id, `far ${at}`);
    }
    await stream.until((one) => one.of('message').length === 41, 'all of them');
    expect(performance.now() - started).toBeLessThan(5000);
    const ids = stream.said.filter((one) => one.event === 'message').map((one) => Number(one.id));
    expect(ids).toEqual(Array.from({ length: 41 }, (_, at) => at + 2));
    expect(await logOf(visitor, id)).toHaveLength(42);
    await stream.leave();
  });

  test('typing crosses too, and nothing of it is kept', async () => {
    const { visitor, id } = await asking(near);
    const agent = await agentOf(near, 'agent2', 8);
    await takeThis(agent, id);
    const stream = await listenFar(visitor, id);
    await agent.post(`/api/conversations/${id}/typing`);
    await stream.until((one) => one.of('typing').length === 1, 'typing');
    await stream.leave();
  });

  test('with the line cut the sweep finds it, and the line comes back by itself', async () => {
    const { visitor, id } = await asking(near);
    const stream = await listenFar(visitor, id);
    await sweepHints(far.parts);
    const cut = async () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'silverlane-hints' and datname = current_database()`.execute(
        near.parts.store.db,
      );
    await cut();
    await say(visitor, id, 'while nobody listened');
    await sweepHints(far.parts);
    await stream.until((one) => one.of('message').length === 1, 'the message');
    expect(errors.length).toBeGreaterThan(0);
    const end = performance.now() + 8000;
    let lines = 0;
    while (lines < 2 && performance.now() < end) {
      const { rows } = await sql<{ count: string }>`select count(*) as count from pg_stat_activity
        where application_name = 'silverlane-hints' and datname = current_database()
        and query like 'listen%'`.execute(near.parts.store.db);
      lines = Number(rows[0]?.count);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(lines).toBe(2);
    await say(visitor, id, 'again');
    await stream.until((one) => one.of('message').length === 2, 'the second message');
    await stream.leave();
  });
});
