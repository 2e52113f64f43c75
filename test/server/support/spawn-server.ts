import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Visitor } from './customer.ts';
import { TEST_SECRET } from './harness.ts';
import type { TempPlace } from './databases.ts';

export interface SpawnedServer {
  url: string;
  process: ChildProcess;
  /** A visitor of this server; cookies may be carried over a restart by sharing the map. */
  visit(cookies?: ReadonlyMap<string, string>): Visitor;
  /** kill -9: nothing is tidied, as when the power goes. Resolves when it is dead. */
  kill(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The real server from its source, in a process of its own, on a store that outlives it. */
export async function spawnServer(place: TempPlace, dist: string): Promise<SpawnedServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      APP_MODE: 'test',
      PORT: '0',
      APP_SECRET: TEST_SECRET,
      DATA_DIR: place.dataDir,
      DIST_DIR: dist,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const ready = /ready (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (ready) resolve(ready.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    process: child,
    visit: (cookies) => {
      const visitor = new Visitor((path, init) => fetch(`${url}${path}`, init));
      for (const [name, value] of cookies ?? []) visitor.cookies.set(name, value);
      return visitor;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
