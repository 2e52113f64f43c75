import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL whose user may create databases. */
    postgresUrl: string;
  }
}

let server: ChildProcess | undefined;
let folder: string | undefined;

function findBin(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
    folders.push(...versions.map((version) => join(debian, version, 'bin')));
  }
  folders.push('/opt/homebrew/bin', '/usr/local/pgsql/bin');
  return folders.find((at) => existsSync(join(at, 'initdb')) && existsSync(join(at, 'postgres')));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
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

/**
 * Gives the suites a real PostgreSQL: the one that TEST_DATABASE_URL (or SL_TEST_PG_URL) names, else one that it starts
 * from the binaries of this machine, on a free port of 127.0.0.1, in a temporary folder, with fsync on.
 */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.SL_TEST_PG_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return;
  }
  const bin = findBin();
  if (!bin) {
    throw new Error(
      'These tests need PostgreSQL. Install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL to one.',
    );
  }
  const user = otherUser();
  folder = mkdtempSync(join(tmpdir(), 'sl-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    max_connections: 200,
  };
  server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; !(await isUp(url)); attempt += 1) {
    if (attempt > 150 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  project.provide('postgresUrl', url);
}

/** Stops the one that was started and removes its folder. */
export async function teardown(): Promise<void> {
  const running = server;
  if (running && running.exitCode === null) {
    // SIGINT is PostgreSQL's fast shutdown: open connections are cut.
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGINT');
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
}
