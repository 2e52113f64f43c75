import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { ScannerError, type Scanner, type ScanResult } from './scanner.ts';

export interface ClamdOptions {
  /** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`. */
  url: string;
  /** ms without a word from it, while it takes bytes or thinks. */
  timeoutMs?: number;
  /** Files at once; clamd has ten places by itself, and others may use it. */
  atOnce?: number;
}

/** Bytes of one piece: clamd takes any size up to its own limit for the whole. */
const CHUNK = 64 * 1024;
/** Its answers are one line; more is none of its. */
const ANSWER_MAX = 4096;
const CLEAN = /^stream: OK$/;
const FOUND = /^stream: (.+) FOUND$/;

function open(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return connect({ path: decodeURIComponent(pathname) });
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '3310') });
}

/** One conversation: `send` writes, what comes back until the end or a zero byte is the answer. */
async function converse(
  options: ClamdOptions,
  send: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = open(options.url);
  const timeoutMs = options.timeoutMs ?? 30_000;
  try {
    return await new Promise<string>((resolve, reject) => {
      let answer = '';
      const fail = (cause: unknown): void =>
        reject(new ScannerError('the virus scanner does not answer', { cause }));
      socket.setTimeout(timeoutMs, () => fail(new Error('timeout')));
      socket.on('error', fail);
      socket.on('data', (bytes: Buffer) => {
        answer += bytes.toString('utf8');
        const end = answer.indexOf('\0');
        if (end >= 0) resolve(answer.slice(0, end));
        else if (answer.length > ANSWER_MAX) fail(new Error('an answer without an end'));
      });
      socket.on('close', () => fail(new Error('closed before its answer')));
      send(socket).catch(fail);
    });
  } finally {
    socket.destroy();
  }
}

/** Sends a file in pieces, each with its length before it; a length of nothing is the end. */
async function sendFile(socket: Socket, path: string): Promise<void> {
  const write = async (bytes: Uint8Array | string): Promise<void> => {
    if (socket.destroyed) throw new Error('closed while bytes were sent');
    // Waits for room: a file must not lie in memory while a slow scanner reads it.
    if (!socket.write(bytes)) await once(socket, 'drain');
  };
  await write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    await write(length);
    await write(bytes);
  }
  await write(Buffer.alloc(4));
}

function judge(answer: string): ScanResult {
  if (CLEAN.test(answer)) return { kind: 'clean' };
  const name = FOUND.exec(answer)?.[1];
  if (name) return { kind: 'found', name };
  // `INSTREAM size limit exceeded. ERROR`, `… ERROR`: not looked through is never clean.
  throw new ScannerError(`the virus scanner could not look: ${answer.slice(0, 200)}`);
}

/**
 * ClamAV's daemon by its own protocol: https://docs.clamav.net/manual/Usage/Scanning.html#clamd. Its limits must not be
 * below ours (StreamMaxLength 25 MB; `docs/operations.md`).
 */
export function createClamdScanner(options: ClamdOptions): Scanner {
  const { atOnce = 4 } = options;
  const waiting: (() => void)[] = [];
  let busy = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
  return {
    kind: 'clamd',
    scan: (path) =>
      inTurn(async () => judge(await converse(options, (socket) => sendFile(socket, path)))),
    async isUp() {
      try {
        const quick = { ...options, timeoutMs: Math.min(options.timeoutMs ?? 2000, 2000) };
        const answer = await converse(quick, (socket) => {
          socket.write('zPING\0');
          return Promise.resolve();
        });
        return answer === 'PONG';
      } catch {
        return false;
      }
    },
  };
}
