import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TempPlace } from './databases.ts';
import { TEST_SECRET } from './harness.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface RealServer {
  process: ChildProcess;
  url: string;
  /** What it wrote to standard error so far. */
  errors(): string;
  /** Sends a signal and waits for the end. @returns the exit code, null after a kill */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** What a server that did not start said, and how it ended. */
export class NotStartedError extends Error {
  override name = 'NotStartedError';
  readonly code: number | null;
  constructor(code: number | null, said: string) {
    super(said);
    this.code = code;
  }
}

/**
 * Starts the server as a process of its own, as `npm start` does after the build, on a free port.
 * @throws NotStartedError when it ends before it is ready
 */
export function startServer(
  place: TempPlace,
  distDir: string,
  env: Record<string, string> = {},
): Promise<RealServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      APP_MODE: 'test',
      APP_SECRET: TEST_SECRET,
      PORT: '0',
      DATA_DIR: place.dataDir,
      DIST_DIR: distDir,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      ...env,
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => resolve(code)),
  );
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const port = /ready http:\/\/localhost:(\d+)/.exec(out)?.[1];
      if (!port) return;
      resolve({
        process: child,
        url: `http://127.0.0.1:${port}`,
        errors: () => said,
        end: (signal) => {
          child.kill(signal);
          return ended;
        },
      });
    });
    ended.then((code) => reject(new NotStartedError(code, said)), reject);
  });
}
