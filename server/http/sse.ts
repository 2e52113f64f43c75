import type { AppContext } from './context.ts';

/** What a stream can say. */
export interface SseOut {
  /** @returns false once nobody listens any more */
  send(message: { event?: string; id?: number; data: unknown; retryMs?: number }): boolean;
  /** Aborted when the reader has gone. */
  readonly signal: AbortSignal;
}

/** A reader that takes nothing for so many bytes is cut off: it comes back to its cursor. */
const BACKLOG_MAX = 1024 * 1024;

const encoder = new TextEncoder();

/**
 * Answers with server-sent events. `X-Accel-Buffering` and `no-transform` keep proxies from holding them back
 * (nginx #1505). `run` ends the stream when it returns.
 */
export function streamEvents(c: AppContext, run: (out: SseOut) => Promise<void>): Response {
  const gone = new AbortController();
  const leave = () => gone.abort();
  c.req.raw.signal.addEventListener('abort', leave);
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const out: SseOut = {
          signal: gone.signal,
          send: ({ event, id, data, retryMs }) => {
            if (gone.signal.aborted) return false;
            const lines = [
              ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
              ...(event === undefined ? [] : [`event: ${event}`]),
              ...(id === undefined ? [] : [`id: ${id}`]),
              `data: ${JSON.stringify(data)}`,
            ];
            controller.enqueue(encoder.encode(`${lines.join('\n')}\n\n`));
            if ((controller.desiredSize ?? 0) < -BACKLOG_MAX) leave();
            return !gone.signal.aborted;
          },
        };
        void run(out)
          .catch(() => undefined)
          .finally(() => {
            c.req.raw.signal.removeEventListener('abort', leave);
            leave();
            try {
              controller.close();
            } catch (error) {
              // Closed by the reader already.
              if (!(error instanceof TypeError)) throw error;
            }
          });
      },
      cancel: leave,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }),
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
