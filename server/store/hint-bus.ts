import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { HintBus, HintReceiver } from '../services/hints.ts';

const CHANNEL = 'silverlane_hints';
/** PostgreSQL takes payloads of up to 8,000 bytes. */
const PAYLOAD_MAX = 7500;
const RETRY_MIN_MS = 300;
const RETRY_MAX_MS = 5000;
/** A line that died without a word is found out by asking. */
const PING_MS = 5000;
const PING_WITHIN_MS = 3000;

/** Cuts subjects into payloads that fit. */
export function payloadsOf(subjects: readonly string[], from: string): string[] {
  const payloads: string[] = [];
  let payload = from;
  for (const subject of subjects) {
    if (payload.length + 1 + subject.length > PAYLOAD_MAX) {
      payloads.push(payload);
      payload = from;
    }
    payload += `\n${subject}`;
  }
  if (payload !== from) payloads.push(payload);
  return payloads;
}

/**
 * Hints over PostgreSQL: one connection and one channel for the whole process, never inside the transaction that wrote
 * (NOTIFY takes a lock over the whole database at commit: 938 instead of 4,403 writes a second, handoff.md §5). Needs a
 * connection of its own, not one through a pooler by transactions. What is lost while the line is down the sweep finds.
 */
export function openPostgresBus(
  url: string,
  receiver: HintReceiver,
  onError: (error: unknown) => void,
): HintBus {
  const me = randomUUID();
  let client: pg.Client | undefined;
  let isClosed = false;
  let retryMs = RETRY_MIN_MS;
  let timer: NodeJS.Timeout | undefined;

  /** A dead line may tell of its end long after it was found dead: it is followed by one new line, not by two. */
  const lost = new WeakSet<pg.Client>();
  const again = (dead: pg.Client, error?: unknown): void => {
    if (lost.has(dead)) return;
    lost.add(dead);
    if (error && !isClosed) onError(error);
    if (client === dead) client = undefined;
    void dead.end().catch(() => undefined);
    if (isClosed || timer) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        void connect();
      },
      retryMs * (0.5 + Math.random()),
    );
    retryMs = Math.min(RETRY_MAX_MS, retryMs * 2);
  };

  const connect = async (): Promise<void> => {
    if (isClosed) return;
    const next = new pg.Client({
      connectionString: url,
      application_name: 'silverlane-hints',
      connectionTimeoutMillis: PING_WITHIN_MS,
      query_timeout: PING_WITHIN_MS,
      keepAlive: true,
    });
    next.on('error', (error) => again(next, error));
    next.on('end', () => again(next));
    next.on('notification', ({ payload }) => {
      const [from, ...subjects] = (payload ?? '').split('\n');
      if (from !== me) receiver.received(subjects);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      // Closed, or found dead, while it was being made.
      if (isClosed) again(next);
      if (lost.has(next)) return;
      client = next;
      retryMs = RETRY_MIN_MS;
      // Whatever was told while nobody listened.
      receiver.missed();
    } catch (error) {
      again(next, error);
    }
  };

  const ping = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch((error: unknown) => again(asked, error));
  }, PING_MS);
  ping.unref();
  void connect();

  return {
    publish: (subjects) => {
      for (const payload of payloadsOf(subjects, me)) {
        // A hint that does not go out costs time only; the line's own error is told by it.
        client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
      }
    },
    close: async () => {
      isClosed = true;
      clearInterval(ping);
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
