import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The built server as a process of its own, as a customer meets it, with data of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  /** Of the process that runs now. @throws Error when none does */
  pid(): number;
  /** Everything it has printed, for a message when something fails. */
  output(): string;
  /** Starts again on the same data and port, after `kill` or `stop`. */
  start(): Promise<void>;
  /** Asks it to end (SIGTERM) and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut does (SIGKILL) and waits. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/**
 * Starts dist/server/main.js with APP_MODE=test and waits until it says that it is ready.
 * @throws Error with its output when it ends or says nothing within 20 seconds
 */
export async function startServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'silverlane-data-')));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';
  /** How far its clock was moved on, s: time does not go back for whoever it has texted, only because it ended. */
  let aheadSeconds = 0;
  const moveClock = async (advanceSeconds: number): Promise<number> => {
    const answer = await fetch(`${url}/api/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceSeconds }),
      signal: AbortSignal.timeout(2000),
    });
    const { now } = (await answer.json()) as { now: string };
    return Math.round((Date.parse(now) - Date.now()) / 1000);
  };

  const start = async (): Promise<void> => {
    const { DATABASE_URL: _own, ...inherited } = process.env;
    const started = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
      cwd: root,
      env: {
        ...inherited,
        APP_MODE: 'test',
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`The server ${why}:\n${output}`));
      const timer = setTimeout(() => fail('was not ready after 20 seconds'), 20_000);
      const hear = (chunk: Buffer) => {
        output += chunk.toString();
        if (!/^ready http/m.test(output)) return;
        clearTimeout(timer);
        resolve();
      };
      started.stdout?.on('data', hear);
      started.stderr?.on('data', hear);
      started.once('exit', (code) => {
        clearTimeout(timer);
        fail(`ended with ${code} before it was ready`);
      });
    });
    if (aheadSeconds > 0) await moveClock(aheadSeconds);
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    // A server that no longer answers has no clock to ask: then the last known time holds.
    aheadSeconds = await moveClock(0).catch(() => aheadSeconds);
    child.kill(signal);
    await exit;
    output = '';
  };

  await start();
  return {
    url,
    dataDir,
    pid: () => {
      if (child?.pid === undefined) throw new Error('The server does not run');
      return child.pid;
    },
    output: () => output,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    dispose: async () => {
      await end('SIGTERM');
      if (!env.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
