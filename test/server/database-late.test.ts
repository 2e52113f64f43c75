import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { openPostgres } from '#server/store/engine-postgres.ts';
import { DatabaseAwayError, waitForDatabase } from '#server/store/wait-for-database.ts';

const listening: Server[] = [];
afterEach(async () => {
  for (const server of listening.splice(0)) {
    server.close();
    await once(server, 'close');
  }
});

/** A port on which a listener answers each connection so. @param port a free one unless given */
async function listen(answer: (socket: Socket) => void, port = 0): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    answer(socket);
  });
  listening.push(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** As PostgreSQL says it while it starts: an error before anything else. */
function startingUp(socket: Socket): void {
  socket.once('data', () => {
    const fields = 'SFATAL\0C57P03\0Mthe database system is starting up\0\0';
    const said = Buffer.alloc(5 + fields.length);
    said.write('E');
    said.writeInt32BE(4 + fields.length, 1);
    said.write(fields, 5);
    socket.end(said);
  });
}

function open(port: number, database = 'postgres') {
  const url = new URL(inject('postgresUrl'));
  url.host = `127.0.0.1:${port}`;
  url.pathname = `/${database}`;
  return openPostgres(url.href, () => undefined);
}
const quick = { patienceMs: 300, pauseMs: 20 };
const realPort = () => Number(new URL(inject('postgresUrl')).port || 5432);

test('a database that starts after its server is waited for, with one line in the log', async () => {
  const [said, wait] = [vi.fn(), { patienceMs: 20_000, pauseMs: 20 }];
  const port = await listen(startingUp);
  const store = open(port);
  const ready = waitForDatabase(store.db, said, wait);
  await vi.waitFor(() => expect(said).toHaveBeenCalled());
  // Gone, so that nobody listens; then the real one answers there.
  await new Promise((resolve) => listening.splice(0)[0]?.close(resolve));
  const { hostname } = new URL(inject('postgresUrl'));
  await listen((socket) => {
    const real = connect(realPort(), hostname);
    real.on('error', () => socket.destroy());
    socket.pipe(real).pipe(socket);
  }, port);
  await ready;
  expect(said.mock.calls).toEqual([['57P03']]);
  await store.close();
});

test('a database that does not come is said in plain words after the time', async () => {
  const said = vi.fn();
  const port = await listen(() => undefined);
  await new Promise((resolve) => listening.splice(0)[0]?.close(resolve));
  const store = open(port);
  const failed = waitForDatabase(store.db, said, quick);
  await expect(failed).rejects.toThrow(DatabaseAwayError);
  await expect(failed).rejects.toThrow(/DATABASE_URL did not answer .*ECONNREFUSED/);
  expect(said).toHaveBeenCalledTimes(1);
  await store.close();
});

test('a database that does not exist is no matter of waiting', async () => {
  const store = open(realPort(), 'no_such_database');
  await expect(waitForDatabase(store.db, () => undefined, quick)).rejects.toMatchObject({
    code: '3D000',
  });
  await store.close();
});
