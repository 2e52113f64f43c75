import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { freePort } from './server-process.ts';

/** A PostgreSQL of its own on a free port of 127.0.0.1, in a temporary folder, with fsync on. */
export interface PostgresProcess {
  /** Of a user who may create databases. */
  readonly url: string;
  /** Of the process that has started all of its others. @throws Error when none runs */
  pid(): number;
  /** Starts again on the same data and port, after `kill`. */
  start(): Promise<void>;
  /** Ends all of it as a power cut does (SIGKILL) and waits. */
  kill(): Promise<void>;
  /** Stops it, cutting open connections, and removes its data. */
  dispose(): Promise<void>;
}

function findBin(): string | undefined {
  const folders = [process.env.POSTGRES_BIN ?? '', ...(process.env.PATH ?? '').split(delimiter)];
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
    folders.push(...versions.map((version) => join(debian, version, 'bin')));
  }
  folders.push('/opt/homebrew/bin', '/usr/local/pgsql/bin');
  return folders.find((at) => existsSync(join(at, 'initdb')) && existsSync(join(at, 'postgres')));
}

/** initdb refuses root: as root, another user runs it. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(
          execFileSync('id', [flag, name], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          }),
        ),
      );
      if (uid && gid) return { uid, gid };
    } catch (error) {
      console.warn(`no user ${name} on this system: ${String(error)}`);
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as',
  );
}

async function isUp(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const isRunning = (child: ChildProcess | undefined): boolean =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

function killChildren(pid: number | undefined): void {
  try {
    execFileSync('pkill', ['-KILL', '-P', String(pid)]);
  } catch (error) {
    console.warn(`the processes of PostgreSQL's connections end by themselves: ${String(error)}`);
  }
}

/**
 * Starts one from the programs of this machine (POSTGRES_BIN, PATH, Debian's newest).
 * @throws Error that says what to install where there are none, or that it did not start within 30 s
 */
export async function startPostgres(): Promise<PostgresProcess> {
  const bin = findBin();
  if (!bin) {
    throw new Error(
      'These tests need PostgreSQL. Install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL to one.',
    );
  }
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'sl-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    max_connections: 200,
  };
  let server: ChildProcess | undefined;
  const launch = () =>
    spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      { ...user, cwd: folder, stdio: 'ignore' },
    );

  const start = async (): Promise<void> => {
    for (let attempt = 0; attempt < 150; attempt += 1) {
      // Right after a power cut the memory of the old one may be held by processes that have not noticed yet.
      if (!isRunning(server)) server = launch();
      if (await isUp(url)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('PostgreSQL did not start');
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    if (!running || !isRunning(running)) return;
    const exit = once(running, 'exit');
    running.kill(signal);
    await exit;
  };

  await start();
  return {
    url,
    pid: () => {
      if (server?.pid === undefined) throw new Error('PostgreSQL does not run');
      return server.pid;
    },
    start,
    kill: async () => {
      // All at once: the processes of its connections would otherwise end what they are at.
      killChildren(server?.pid);
      await end('SIGKILL');
    },
    dispose: async () => {
      // PostgreSQL's fast shutdown: open connections are cut.
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
