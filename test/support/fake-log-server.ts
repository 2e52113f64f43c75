import { vi } from 'vitest';
import type { Answer, Routes } from './fake-fetch.ts';
import type { Receipts } from '#domain/api/conversation.ts';
import type { ConversationState, EventActor, StreamEvent } from '#domain/handoff/events.ts';

/** A conversation on a server of a test: its log, its streams, and a network that can be made bad. */
export interface FakeLogServer {
  events: StreamEvent[];
  epoch: string;
  state: ConversationState;
  receipts: Receipts;
  /** Every request, as `METHOD path`. */
  calls: string[];
  streams: FakeStream[];
  network: {
    /** Nothing arrives and nothing goes. */
    isOff: boolean;
    /** What is written arrives, its answer does not: so many times. */
    answersLost: number;
    /** Streams open and say nothing, as behind a proxy that keeps all back. */
    areStreamsMute: boolean;
    /** Streams are refused. */
    areStreamsRefused: boolean;
    /** The next write is refused so. */
    refusal?: { status: number; code: string };
  };
  /** Something is written by somebody else. */
  write: (kind: string, actor: EventActor, body?: Record<string, unknown>) => StreamEvent;
  tell: (name: string, data: unknown) => void;
  /** All streams break, as when a server is killed. */
  cut: () => void;
}

type Hear = (event: MessageEvent<string>) => void;

class FakeStream {
  onerror: (() => void) | null = null;
  isClosed = false;
  private readonly hearers = new Map<string, Hear[]>();
  constructor(readonly url: string) {}
  addEventListener(name: string, hear: Hear): void {
    this.hearers.set(name, [...(this.hearers.get(name) ?? []), hear]);
  }
  close(): void {
    this.isClosed = true;
  }
  say(name: string, data: unknown): void {
    if (this.isClosed) return;
    const event = new MessageEvent(name, { data: JSON.stringify(data) });
    for (const hear of this.hearers.get(name) ?? []) hear(event);
  }
}

const json = (status: number, body?: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json' },
  });

/**
 * Puts it in the place of `fetch` and `EventSource`; vitest takes both away again after the test.
 * @param others what else it answers, as `METHOD path`; 204 to all that is not named
 */
export function fakeLogServer(others: Routes = {}): FakeLogServer {
  const nothing = { deliveredTo: 0, readTo: 0 };
  const server: FakeLogServer = {
    events: [],
    epoch: 'e1',
    state: 'waiting',
    receipts: { customer: { ...nothing }, staff: { ...nothing } },
    calls: [],
    streams: [],
    network: {
      isOff: false,
      answersLost: 0,
      areStreamsMute: false,
      areStreamsRefused: false,
    },
    write: (kind, actor, body = {}) => append(kind, actor, body, `s${server.events.length + 1}`),
    tell: (name, data) => {
      if (server.network.isOff || server.network.areStreamsMute) return;
      for (const stream of server.streams) stream.say(name, data);
    },
    cut: () => {
      for (const stream of server.streams.splice(0)) if (!stream.isClosed) stream.onerror?.();
    },
  };
  const waiting = new Set<() => void>();
  const append = (
    kind: string,
    actor: EventActor,
    body: Record<string, unknown>,
    clientId: string,
  ) => {
    const event = {
      seq: server.events.length + 1,
      clientId,
      kind,
      actor,
      body,
      at: '2026-11-22T09:00:00+08:00',
    };
    server.events.push(event);
    server.tell('message', event);
    for (const wake of [...waiting]) wake();
    return event;
  };
  const hello = () => ({
    epoch: server.epoch,
    lastSeq: server.events.length,
    state: server.state,
    receipts: server.receipts,
  });

  const answer = async (method: string, url: URL, init?: RequestInit): Promise<Response> => {
    const after = Number(url.searchParams.get('after'));
    const route = others[`${method} ${url.pathname}`];
    if (route) {
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      const given: Answer =
        typeof route === 'function' ? route({ method, path: url.pathname, body }) : route;
      if (given === 'offline') throw new TypeError('Failed to fetch');
      return json(given.status, given.body);
    }
    if (method === 'GET' && url.pathname.endsWith('/events')) {
      const waitMs = Number(url.searchParams.get('wait')) * 1000;
      if (server.events.length <= after && waitMs > 0) {
        await new Promise<void>((resolve, reject) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
          setTimeout(wake, waitMs);
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      return json(200, { ...hello(), events: server.events.filter(({ seq }) => seq > after) });
    }
    if (method === 'POST' && url.pathname.endsWith('/events')) {
      const { refusal } = server.network;
      if (refusal) {
        server.network.refusal = undefined;
        return json(refusal.status, { ...refusal, type: '', title: '', detail: refusal.code });
      }
      const wanted = JSON.parse(String(init?.body)) as {
        clientId: string;
        kind: string;
        body: Record<string, unknown>;
      };
      const known = server.events.find(({ clientId }) => clientId === wanted.clientId);
      const { seq } = known ?? append(wanted.kind, 'customer', wanted.body, wanted.clientId);
      if (server.network.answersLost > 0) {
        server.network.answersLost -= 1;
        throw new TypeError('Failed to fetch');
      }
      return json(known ? 200 : 201, { seq });
    }
    if (method === 'POST' && url.pathname.endsWith('/files'))
      return json(201, { fileId: 'f1', kind: 'photo', fileType: 'image/jpeg', bytes: 3 });
    return json(204);
  };

  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const method = init?.method ?? 'GET';
    server.calls.push(`${method} ${url.pathname}${url.search}`);
    if (server.network.isOff) throw new TypeError('Failed to fetch');
    const response = await answer(method, url, init);
    if (server.network.isOff) throw new TypeError('Failed to fetch');
    return response;
  });
  vi.stubGlobal(
    'EventSource',
    class extends FakeStream {
      constructor(url: string) {
        super(url);
        server.calls.push(`STREAM ${url}`);
        queueMicrotask(() => {
          if (this.isClosed) return;
          if (server.network.isOff || server.network.areStreamsRefused) {
            this.onerror?.();
            return;
          }
          server.streams.push(this);
          if (server.network.areStreamsMute) return;
          const after = Number(new URL(url, 'http://localhost').searchParams.get('after'));
          this.say('hello', hello());
          for (const event of server.events) if (event.seq > after) this.say('message', event);
        });
      }
    },
  );
  return server;
}
