import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext, AppEnv } from './context.ts';

export interface SseMessage {
  event?: string;
  id?: number;
  data: unknown;
  retryMs?: number;
}

/** What a stream can say. */
export interface SseOut {
  /** @returns false once nobody listens any more */
  send(message: SseMessage): boolean;
  /** Whether its reader has gone. */
  isGone(): boolean;
  /** Told once when the reader goes, at once when it has gone; there is one who is told. */
  onGone(told: () => void): void;
}

/** Speaks on a stream; the stream ends when it returns. */
export type Speak = (out: SseOut) => Promise<void>;

/** A reader that takes nothing for so many bytes is cut off: it comes back to its cursor. */
const BACKLOG_MAX = 1024 * 1024;

function textOf({ event, id, data, retryMs }: SseMessage): string {
  let text = retryMs === undefined ? '' : `retry: ${retryMs}\n`;
  if (event !== undefined) text += `event: ${event}\n`;
  if (id !== undefined) text += `id: ${id}\n`;
  return `${text}data: ${JSON.stringify(data)}\n\n`;
}

abstract class Out implements SseOut {
  #isGone = false;
  #told: (() => void) | undefined;

  /** @returns bytes that its reader has not taken */
  protected abstract write(text: string): number;

  send(message: SseMessage): boolean {
    if (this.#isGone) return false;
    if (this.write(textOf(message)) > BACKLOG_MAX) this.leave();
    return !this.#isGone;
  }

  isGone(): boolean {
    return this.#isGone;
  }

  onGone(told: () => void): void {
    this.#told = told;
    if (this.#isGone) told();
  }

  leave(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#told?.();
  }
}

/** Writes into Node's own answer: thousands of streams cost what their sockets cost, and little more. */
class NodeOut extends Out {
  readonly #outgoing: ServerResponse;

  constructor(outgoing: ServerResponse) {
    super();
    this.#outgoing = outgoing;
    outgoing.on('close', () => this.leave());
    outgoing.on('error', () => this.leave());
    if (outgoing.destroyed) this.leave();
  }

  protected write(text: string): number {
    this.#outgoing.write(text);
    return this.#outgoing.writableLength;
  }

  async speak(run: Speak): Promise<void> {
    try {
      await run(this);
    } catch {
      // Whoever speaks has told of it; the reader comes back.
    }
    const isCut = this.isGone();
    this.leave();
    if (isCut) this.#outgoing.destroy();
    else this.#outgoing.end();
  }
}

/** Where there is no answer of Node's to write into: the app is called by itself. */
class WebOut extends Out {
  readonly #encoder = new TextEncoder();
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;

  constructor(controller: ReadableStreamDefaultController<Uint8Array>) {
    super();
    this.#controller = controller;
  }

  protected write(text: string): number {
    this.#controller.enqueue(this.#encoder.encode(text));
    return -(this.#controller.desiredSize ?? 0);
  }

  async speak(run: Speak): Promise<void> {
    try {
      await run(this);
    } catch {
      // As above.
    }
    this.leave();
    try {
      this.#controller.close();
    } catch (error) {
      // Closed by the reader already.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

function webBody(signal: AbortSignal, run: Speak): ReadableStream<Uint8Array> {
  let out: WebOut | undefined;
  const leave = () => out?.leave();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = new WebOut(controller);
        signal.addEventListener('abort', leave);
        void out.speak(run).finally(() => signal.removeEventListener('abort', leave));
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }),
  );
}

interface NodeBindings {
  incoming?: IncomingMessage;
  outgoing?: ServerResponse;
}

/** Node's own answer to a question that may have one with a body. */
function outgoingOf(c: AppContext): ServerResponse | undefined {
  const env = c.env as NodeBindings | undefined;
  return env?.incoming?.method === 'GET' ? env.outgoing : undefined;
}

/**
 * Answers with server-sent events. `X-Accel-Buffering` and `no-transform` keep proxies from holding them back
 * (nginx #1505). Whatever `run` holds lives as long as its stream: it should not hold the question.
 */
export function streamEvents(c: AppContext, run: Speak): Response {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  };
  if (!outgoingOf(c)) return new Response(webBody(c.req.raw.signal, run), { headers });
  c.set('speak', run);
  return new Response(null, { headers });
}

/** Begins the streams of `streamEvents` when their answer has all of its headers: the outermost of all. */
export function sendStreams(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const run = c.get('speak');
    const outgoing = outgoingOf(c);
    if (!run || !outgoing) return;
    outgoing.writeHead(200, [...c.res.headers].flat());
    outgoing.flushHeaders();
    void new NodeOut(outgoing).speak(run);
    // Emptied first: an answer that replaces another is given its headers.
    c.res = undefined;
    c.res = RESPONSE_ALREADY_SENT;
  };
}
