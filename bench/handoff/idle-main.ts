import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FromIdle, ToIdle } from './idle.ts';

/**
 * A process that holds idle streams open. Raw sockets, and nothing is read but the first words of each: the browsers of
 * ten thousand people are on ten thousand machines, and must not take the processor that is measured.
 */
const OPEN_TOGETHER = 50;
const HELLO = Buffer.from('event: hello');
const BEAT = Buffer.from('event: beat');

const lag = monitorEventLoopDelay({ resolution: 20 });
let open = 0;
let lost = 0;
let beats = 0;
let isOver = false;

const tell = (message: FromIdle) => process.send?.(message);

/** Told to come back after so long: `event: bye` with its data. */
const BYE = /event: bye\ndata: \{"retryMs":(\d+)\}/;
const STATUS = /^HTTP\/1\.1 (\d{3})/;
/** A reader that was told nothing comes back within a second. */
const UNTOLD_MS = 1000;
/** Whether streams that end are come back to, as browsers do. */
let isFollowing = false;
let serverErrors = 0;
let total = 0;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function comeBack(port: number, path: string, cookie: string, afterMs: number) {
  await pause(afterMs);
  for (;;) {
    if (await openOne(port, path, cookie)) break;
    await pause(300 + 700 * Math.random());
  }
  if (open === total) tell({ is: 'back', serverErrors });
}

/** @returns whether it was opened */
function openOne(port: number, path: string, cookie: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let isOpen = false;
    let byeMs: number | undefined;
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk: Buffer) => {
      if (isOpen) {
        if (chunk.includes(BEAT)) beats += 1;
        if (isFollowing) {
          const bye = BYE.exec(chunk.toString())?.[1];
          if (bye === undefined) return;
          byeMs = Number(bye);
          socket.destroy();
        }
        return;
      }
      const status = Number(STATUS.exec(chunk.subarray(0, 16).toString())?.[1] ?? 200);
      if (status !== 200) {
        if (status >= 500) serverErrors += 1;
        socket.destroy();
        return;
      }
      if (!chunk.includes(HELLO)) return;
      isOpen = true;
      open += 1;
      resolve(true);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (isOver) return;
      lost += 1;
      if (!isOpen) return resolve(false);
      open -= 1;
      if (isFollowing) void comeBack(port, path, cookie, byeMs ?? UNTOLD_MS * Math.random());
    });
  });
}

async function openAll({ port, streams, count }: Extract<ToIdle, { do: 'open' }>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const stream = streams[next % streams.length];
      next += 1;
      if (stream && (await openOne(port, stream.path, stream.cookie))) total += 1;
    }
  };
  await Promise.all(Array.from({ length: OPEN_TOGETHER }, one));
  tell({ is: 'open', open });
}

process.on('message', (message: ToIdle) => {
  if (message.do === 'open') void openAll(message);
  if (message.do === 'watch') {
    beats = 0;
    lag.enable();
    lag.reset();
  }
  if (message.do === 'follow') isFollowing = true;
  if (message.do === 'report') {
    tell({ is: 'report', open, lost, beats, lagP99: lag.percentile(99) / 1e6 - 20 });
  }
  if (message.do === 'end') {
    isOver = true;
    process.exit(0);
  }
});
tell({ is: 'ready' });
