import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handoffLimits } from '#domain/handoff/limits.ts';
import type { AppEnv } from '#server/http/context.ts';
import { sendStreams, streamEvents, type SseOut } from '#server/http/sse.ts';
import { everyBeat } from '#server/services/handoff/beats.ts';
import { Batched } from '#server/store/batched.ts';

describe('a stream into the answer of a running server', () => {
  let server: Server;
  let speak: (out: SseOut) => Promise<void>;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    const app = new Hono<AppEnv>();
    app.use(sendStreams(), async (c, next) => {
      await next();
      c.res.headers.set('x-frame-options', 'DENY');
      c.res.headers.append('set-cookie', 'one=1');
      c.res.headers.append('set-cookie', 'two=2');
    });
    app.get('/', (c) => streamEvents(c, (out) => speak(out)));
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    if (!server.listening) await once(server, 'listening');
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  const ask = (method = 'GET'): Socket => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write(`${method} / HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    return socket;
  };

  test('it has every header of an answer, says what it is told to, and ends', async () => {
    speak = (out) => {
      out.send({ event: 'hello', id: 7, data: { word: '您好' }, retryMs: 5 });
      return Promise.resolve();
    };
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.getSetCookie()).toEqual(['one=1', 'two=2']);
    expect(answer.headers.get('x-hono-already-sent')).toBeNull();
    expect(await answer.text()).toBe('retry: 5\nevent: hello\nid: 7\ndata: {"word":"您好"}\n\n');
  });

  test('a reader that takes nothing is cut off', { timeout: 20_000 }, async () => {
    const ended = new Promise<number>((resolve) => {
      speak = async (out) => {
        let sent = 0;
        // It never waits for its reader; the turn in between lets the sockets work.
        while (out.send({ data: 'x'.repeat(64 * 1024) })) {
          sent += 1;
          await new Promise((next) => setImmediate(next));
        }
        resolve(sent);
      };
    });
    ask().pause();
    // Far less than what would fill the memory of a server with thousands of them.
    expect(await ended).toBeLessThan(1000);
  });

  test('who speaks is told when the reader leaves', async () => {
    const told = new Promise<boolean>((resolve) => {
      speak = (out) =>
        new Promise<void>((end) => {
          out.send({ data: 'here' });
          out.onGone(() => {
            resolve(out.isGone() && !out.send({ data: 'too late' }));
            end();
          });
        });
    });
    const socket = ask();
    await once(socket, 'data');
    socket.destroy();
    expect(await told).toBe(true);
  });

  test('who only asks what would be answered keeps no stream open', async () => {
    speak = () => Promise.resolve();
    const [said] = (await once(ask('HEAD'), 'data')) as [Buffer];
    expect(said.toString()).toContain('200 OK');
  });
});

describe('beats of all streams', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('each has one in every ten seconds, whenever it was opened, and none after its end', () => {
    const counts = [0, 0, 0];
    const ends = counts.map((_, at) => {
      vi.advanceTimersByTime(333);
      return everyBeat(() => (counts[at] = (counts[at] ?? 0) + 1));
    });
    const before = [...counts];
    vi.advanceTimersByTime(6 * handoffLimits.beatMs);
    expect(counts.map((count, at) => count - (before[at] ?? 0))).toEqual([6, 6, 6]);
    ends[1]?.();
    ends[1]?.();
    vi.advanceTimersByTime(handoffLimits.beatMs);
    expect(counts.map((count, at) => count - (before[at] ?? 0))).toEqual([7, 6, 7]);
    ends[0]?.();
    ends[2]?.();
    vi.advanceTimersByTime(2 * handoffLimits.beatMs);
    expect(counts.map((count, at) => count - (before[at] ?? 0))).toEqual([7, 6, 7]);
  });
});

describe('what many ask at the same time', () => {
  test('goes out together, and each gets its own or nothing', async () => {
    const rounds: (readonly number[])[] = [];
    const squares = new Batched<number, number>((keys) => {
      rounds.push(keys);
      return Promise.resolve(new Map(keys.filter((key) => key < 3).map((key) => [key, key * key])));
    });
    expect(await Promise.all([1, 2, 2, 3].map((key) => squares.get(key)))).toEqual([
      1,
      4,
      4,
      undefined,
    ]);
    expect(rounds).toEqual([[1, 2, 3]]);
  });

  test('what was asked while a round is under way is read after it was asked', async () => {
    let stored = 'before';
    let letGo = (): void => undefined;
    const reads = new Batched<string, string>(async (keys) => {
      const now = stored;
      await new Promise<void>((resolve) => (letGo = resolve));
      return new Map(keys.map((key) => [key, now]));
    });
    const first = reads.get('a');
    await new Promise((resolve) => setImmediate(resolve));
    stored = 'after';
    const second = reads.get('a');
    letGo();
    expect(await first).toBe('before');
    await new Promise((resolve) => setImmediate(resolve));
    letGo();
    expect(await second).toBe('after');
  });

  test('a failure is told to all of its round, and the next round goes on', async () => {
    let isDown = true;
    const reads = new Batched<string, string>((keys) =>
      isDown
        ? Promise.reject(new Error('the database is away'))
        : Promise.resolve(new Map(keys.map((key) => [key, key]))),
    );
    const both = await Promise.allSettled([reads.get('a'), reads.get('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await reads.get('a')).toBe('a');
  });
});
