import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/server-process.ts';
import type { ChaosPlan, ChaosResult } from './chaos.ts';
import { nowAndThen, PAUSE_MS } from './chaos.ts';
import { wait } from './wire.ts';

/** What is used of the client; the library is installed by the bench alone, so its types are not at hand in the product. */
interface Socket {
  on(event: 'message', heard: (id: string) => void): void;
  emitWithAck(event: 'message', id: string): Promise<unknown>;
  disconnect(): void;
  io: { engine?: { close(): void } };
}
const CLIENT = 'socket.io-client';
const { io } = (await import(CLIENT)) as {
  io: (url: string, options: Readonly<Record<string, unknown>>) => Socket;
};

const SERVER = fileURLToPath(new URL('socketio-server.mjs', import.meta.url));

async function start(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SERVER], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

interface Person {
  talk: number;
  socket: Socket;
  heard: string[];
  cuts: number;
}

/**
 * The same conversations, pauses, kills and cuts through socket.io with connection state recovery and repeated sends: one
 * process, since in memory two would not know of each other. Lost is an acknowledged message that one of its two readers
 * was never shown.
 */
export async function socketIo(plan: ChaosPlan, random: () => number): Promise<ChaosResult> {
  const port = await freePort();
  let server = await start(port);
  const people: Person[] = [];
  for (let talk = 0; talk < plan.talks; talk += 1) {
    for (let side = 0; side < 2; side += 1) {
      const socket = io(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        auth: { talk },
        retries: 50,
        ackTimeout: 2000,
        reconnectionDelay: 100,
        reconnectionDelayMax: 1000,
        forceNew: true,
      });
      const person: Person = { talk, socket, heard: [], cuts: 0 };
      socket.on('message', (id: string) => person.heard.push(id));
      people.push(person);
    }
  }
  const begun = performance.now();
  const killer = nowAndThen(plan.killEveryMs, random, async () => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    server = await start(port);
  });
  let isOver = false;
  const cutting = people.map(async (person) => {
    while (plan.cutEveryMs !== undefined) {
      await wait(plan.cutEveryMs * (0.3 + 1.4 * random()));
      if (isOver) return;
      person.cuts += 1;
      // As a tunnel does: the transport breaks, the client notices and comes back.
      person.socket.io.engine?.close();
    }
  });
  const acknowledged: { talk: number; id: string }[] = [];
  await Promise.all(
    people.map(async ({ talk, socket }, at) => {
      await wait(PAUSE_MS * random());
      for (let i = 0; i < plan.messages; i += 1) {
        const started = performance.now();
        const id = `${talk}-${at % 2}-${i}`;
        await socket.emitWithAck('message', id).then(
          () => acknowledged.push({ talk, id }),
          () => undefined,
        );
        await wait(Math.max(0, PAUSE_MS * (0.95 + 0.1 * random()) - (performance.now() - started)));
      }
    }),
  );
  isOver = true;
  const kills = await killer.stop();
  await wait(8000);
  const seconds = (performance.now() - begun) / 1000;
  for (const { socket } of people) socket.disconnect();
  await Promise.all(cutting);
  server.kill('SIGKILL');

  let lost = 0;
  let twice = 0;
  for (const person of people) {
    const heard = new Set(person.heard);
    twice += person.heard.length - heard.size;
    lost += acknowledged.filter(({ talk, id }) => talk === person.talk && !heard.has(id)).length;
  }
  return {
    acknowledged: acknowledged.length,
    expected: acknowledged.length * 2,
    lost,
    twice,
    // It numbers nothing, so nobody can know of a gap, and there is no log to compare with.
    gaps: 0,
    different: 0,
    kills,
    databaseKills: 0,
    cuts: people.reduce((sum, { cuts }) => sum + cuts, 0),
    seconds,
  };
}
