import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HelpRequest } from '#domain/api/help.ts';
import { say } from './support/desk.ts';
import { Visitor } from './support/customer.ts';
import { makePlace, type TempPlace } from './support/databases.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { Listener } from './support/listen.ts';
import { startServer, type RealServer } from './support/real-server.ts';

describe('a stream of a running server', () => {
  let place: TempPlace;
  let dist: string;
  let running: RealServer | undefined;
  beforeAll(async () => {
    place = await makePlace('sqlite');
    dist = await makeFakeBuild();
  });
  afterAll(async () => {
    await running?.end('SIGKILL');
    await place.remove();
    rmSync(dist, { recursive: true, force: true });
  });

  test(
    'places and words come as they happen; a killed server is come back to; a stopping one says goodbye',
    { timeout: 60_000 },
    async () => {
      running = await startServer(place, dist);
      const visitor = new Visitor((path, init) => fetch(`${running?.url ?? ''}${path}`, init));
      const follow = async (id: string, after: number): Promise<Listener> => {
        const stop = new AbortController();
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const url = `${running?.url ?? ''}/api/conversations/${id}/stream?after=${after}`;
        return new Listener(await fetch(url, { headers: { cookie }, signal: stop.signal }), stop);
      };
      const asked = await visitor.post<HelpRequest>('/api/help-requests', { page: '/' });
      const id = asked.body.conversationId;
      const first = await follow(id, 0);
      expect(first.response.headers.get('x-accel-buffering')).toBe('no');
      // The queue runs by itself: the place is told without being asked for.
      await first.until((one) => JSON.stringify(one.said).includes('"place"'), 'the place');
      await say(visitor, id, 'before', 'one');
      await first.until((one) => JSON.stringify(one.said).includes('before'), 'the message');
      const last = Number(first.said.filter((one) => one.id).slice(-1)[0]?.id);

      await running.end('SIGKILL');
      running = await startServer(place, dist);
      expect((await say(visitor, id, 'before', 'one')).status).toBe(200);
      const second = await follow(id, last);
      await say(visitor, id, 'after', 'two');
      await second.until((one) => JSON.stringify(one.said).includes('after'), 'the next message');
      const seen = [...first.said, ...second.said].flatMap((one) =>
        one.id ? [Number(one.id)] : [],
      );
      expect(seen).toEqual(seen.map((_, at) => at + 1));

      const started = performance.now();
      const ended = running.end('SIGTERM');
      await second.until((one) => one.isEnded, 'the end');
      expect(second.of('bye')).toHaveLength(1);
      expect(await ended).toBe(0);
      expect(performance.now() - started).toBeLessThan(8000);
      running = undefined;
    },
  );
});
