import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createClamdScanner } from '#server/adapters/scanner/clamd.ts';
import type { Scanner } from '#server/adapters/scanner/scanner.ts';
import { hasPrograms, startProgram, stopPrograms, waitFor } from './programs.ts';
import { freePort } from '../../support/server-process.ts';

/** The harmless text that every virus scanner knows, in hex: a scanner must not find it in this file. */
const EICAR_HEX =
  '58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a';
export const eicar = (): Buffer => Buffer.from(EICAR_HEX, 'hex');

export interface TestClamd {
  /** What SCANNER_URL would say. */
  tcp: string;
  unix: string;
  stop(): Promise<void>;
}

export const hasClamd = (): boolean => hasPrograms('clamd');

/** ClamAV's own daemon, with one signature of our own instead of its large database. */
export async function startClamd(limit = '26M'): Promise<TestClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  await mkdir(join(folder, 'db'));
  await writeFile(join(folder, 'db', 'own.ndb'), `Eicar-Test-Signature:0:*:${EICAR_HEX}\n`);
  const port = await freePort();
  const socket = join(folder, 's');
  const settings = {
    DatabaseDirectory: join(folder, 'db'),
    LocalSocket: socket,
    TCPSocket: port,
    TCPAddr: '127.0.0.1',
    Foreground: 'yes',
    StreamMaxLength: limit,
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} ${value}`);
  await writeFile(join(folder, 'conf'), `${lines.join('\n')}\n`);
  const child = startProgram('clamd', ['-c', join(folder, 'conf')], folder);
  const [tcp, unix] = [`tcp://127.0.0.1:${port}`, `unix://${socket}`];
  await waitFor('clamd', () => createClamdScanner({ url: tcp }).isUp());
  return {
    tcp,
    unix,
    async stop() {
      await stopPrograms([child]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Bytes with the test virus behind their end: a photo of it is one that any viewer shows. */
export const infect = (bytes: Buffer): Buffer => Buffer.concat([bytes, eicar()]);

/** What a fake daemon does with a whole file. */
export type Verdict = (file: Buffer, socket: Socket) => void;

/** Speaks clamd's protocol to the letter: `zPING`, and `zINSTREAM` with its pieces; anything else is cut off. */
export async function startFakeClamd(verdict: Verdict) {
  const pieces: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    const file: Buffer[] = [];
    let isStream = false;
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      if (!isStream) {
        const end = bytes.indexOf(0);
        if (end < 0) return;
        const command = bytes.subarray(0, end).toString();
        bytes = bytes.subarray(end + 1);
        if (command === 'zPING') return socket.end('PONG\0');
        if (command !== 'zINSTREAM') return socket.destroy();
        isStream = true;
      }
      while (bytes.length >= 4 && bytes.length >= 4 + bytes.readUInt32BE(0)) {
        const length = bytes.readUInt32BE(0);
        pieces.push(length);
        if (length === 0) return verdict(Buffer.concat(file), socket);
        file.push(bytes.subarray(4, 4 + length));
        bytes = bytes.subarray(4 + length);
      }
      return undefined;
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `tcp://127.0.0.1:${port}`,
    pieces,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** As clamd answers: our one signature, or clean. */
export const likeClamd: Verdict = (file, socket) =>
  void socket.end(file.includes(eicar()) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');

/**
 * A scanner for the tests of one file, both engines together, over a fake daemon; it can be taken away, and is as at first
 * after each test.
 */
export function switchedScanner({ isDown = false } = {}): { scanner: Scanner; isDown: boolean } {
  let clamd: Awaited<ReturnType<typeof startFakeClamd>>;
  const given: { scanner: Scanner; isDown: boolean } = {
    isDown,
    scanner: {
      kind: 'clamd',
      // Away is a port where nobody listens.
      scan: (path) =>
        createClamdScanner({ url: given.isDown ? 'tcp://127.0.0.1:9' : clamd.url }).scan(path),
      isUp: () => Promise.resolve(!given.isDown),
    },
  };
  beforeAll(async () => {
    clamd = await startFakeClamd(likeClamd);
  });
  afterAll(() => clamd.stop());
  afterEach(() => {
    given.isDown = isDown;
  });
  return given;
}
