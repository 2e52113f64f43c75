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

function openOne(port: number, path: string, cookie: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let isOpen = false;
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk: Buffer) => {
      if (isOpen) {
        if (chunk.includes(BEAT)) beats += 1;
        return;
      }
      if (!chunk.includes(HELLO)) return;
      isOpen = true;
      open += 1;
      resolve();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!isOver) lost += 1;
      if (isOpen) open -= 1;
      resolve();
    });
  });
}

async function openAll({ port, streams, count }: Extract<ToIdle, { do: 'open' }>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const stream = streams[next % streams.length];
      next += 1;
      if (stream) await openOne(port, stream.path, stream.cookie);
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
  if (message.do === 'report') {
    tell({ is: 'report', open, lost, beats, lagP99: lag.percentile(99) / 1e6 - 20 });
  }
  if (message.do === 'end') {
    isOver = true;
    process.exit(0);
  }
});
tell({ is: 'ready' });
