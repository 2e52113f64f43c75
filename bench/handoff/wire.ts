import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

/** One connection for each stream, as browsers have; questions share a few. */
const forStreams = new Agent({ keepAlive: false, maxSockets: Infinity });
const forCalls = new Agent({ keepAlive: true, maxSockets: 128 });

/** Longest wait for an answer, ms: a node that was killed in the middle gives none. */
const ANSWER_MS = 10_000;

export interface Reply {
  status: number;
  /** `name=value` of each cookie that was set. */
  cookies: string[];
  body: unknown;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
export { wait };

async function text(answer: IncomingMessage): Promise<string> {
  let all = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) all += String(chunk);
  return all;
}

/** Asks a node. @throws Error when there is no whole answer: it was killed, or the line broke */
export function call(
  method: string,
  url: string,
  { cookie, body, isCut }: { cookie?: string; body?: unknown; isCut?: boolean } = {},
): Promise<Reply> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const headers: OutgoingHttpHeaders = {
    origin: new URL(url).origin,
    ...(cookie ? { cookie } : {}),
    ...(sent
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
      : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method, headers, agent: isCut ? forStreams : forCalls },
      (answer) => {
        text(answer).then((said) => {
          const isJson = /json/.test(answer.headers['content-type'] ?? '');
          resolve({
            status: answer.statusCode ?? 0,
            cookies: (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? ''),
            body: isJson ? (JSON.parse(said) as unknown) : said,
          });
        }, reject);
      },
    );
    asked.setTimeout(ANSWER_MS, () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    // The question arrives, its answer never does: a tunnel right after the tap.
    if (isCut) asked.once('finish', () => setTimeout(() => asked.destroy(), 2));
    asked.end(sent);
  });
}

export interface StreamEnd {
  /** 200 when it had been open. */
  status: number;
  /** Asked to come back after so long, ms. */
  byeMs?: number;
}

/** One event of a stream: `event` is `message` where it has no name. */
export type Heard = (event: string, data: unknown) => void;

/** Opens a stream of events and hears it until it ends or is cut. */
export function openStream(
  url: string,
  cookie: string,
  heard: Heard,
): { ended: Promise<StreamEnd>; cut: () => void } {
  const asked = request(url, {
    headers: { cookie, accept: 'text/event-stream' },
    agent: forStreams,
  });
  const ended = new Promise<StreamEnd>((resolve) => {
    const end: StreamEnd = { status: 0 };
    const done = () => resolve(end);
    asked.on('error', done);
    asked.on('close', done);
    asked.on('response', (answer) => {
      end.status = answer.statusCode ?? 0;
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          const lines = part.split('\n');
          const field = (name: string) =>
            lines
              .find((line) => line.startsWith(`${name}:`))
              ?.slice(name.length + 1)
              .trim();
          const data = field('data');
          if (data === undefined) continue;
          const event = field('event') ?? 'message';
          const value = JSON.parse(data) as unknown;
          if (event === 'bye') end.byeMs = (value as { retryMs: number }).retryMs;
          heard(event, value);
        }
      });
      answer.on('error', done);
      answer.on('end', done);
    });
  });
  asked.end();
  return { ended, cut: () => asked.destroy() };
}
