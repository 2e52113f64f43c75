import type {
  ConversationLog,
  Receipts,
  StreamBye,
  StreamHello,
  TypingNews,
} from '#domain/api/conversation.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { watchWake } from './wake.ts';

/** Key of the line that says it: `reconnecting` only once it has lasted, so that a blink troubles nobody. */
export type LinkState = 'live' | 'reconnecting' | 'offline';
/** Why there is nothing more to hear: not ours (any more), or nobody is signed in. */
export type LinkEnd = 'gone' | 'signed-out';

/** Trouble of this length is said, and a stream silent for so long is helped by polling, ms (handoff.md §5). */
const SAID_AFTER_MS = 3000;
/** Most a poll waits on the server, s: below what proxies cut, and below `silenceMs`. */
const POLL_S = 20;
/** A server that does not wait must not be asked without a pause, ms. */
const POLL_PAUSE_MS = 1000;
/** So many streams refused while questions are answered: something on the way does not let streams through. */
const STREAMS_REFUSED = 3;

export interface LinkHearers {
  /** @param asked the cursor that the question was put with */
  hello: (hello: StreamHello, asked: number) => void;
  answer: (log: ConversationLog, asked: number) => void;
  events: (events: readonly StreamEvent[]) => void;
  receipts: (receipts: Receipts) => void;
  typing: (news: TypingNews) => void;
  state: (state: LinkState) => void;
  end: (why: LinkEnd) => void;
}

export interface Link {
  start: () => void;
  stop: () => void;
  /** Something is missing: asks for the log from the cursor, now; one question at a time. */
  refetch: () => void;
  /** Abandons the stream and opens anew from the cursor. */
  reopen: () => void;
}

/** A wait that doubles, 0.3 to 10 s, half of it by chance: a thousand phones do not come back in the same moment. */
export function backOff(tries: number, random = Math.random()): number {
  return Math.min(10_000, 300 * 2 ** Math.min(tries, 10)) * (0.5 + random / 2);
}

/**
 * Hears a conversation's log: a stream, a long poll on the same cursor where the stream says nothing, and everything
 * anew after sleep. The browser's own reconnecting is not used: it hides how long nothing was heard, and after a freeze
 * its state is not true.
 * @param path `/api/conversations/7`
 * @param as whose log it is to the server: two people may be signed in in one browser
 */
export function createLink(
  path: string,
  as: 'customer' | 'staff',
  cursor: () => number,
  hear: LinkHearers,
): Link {
  const query = (rest: string) => `${rest}${as === 'staff' ? '&as=staff' : ''}`;
  let isRunning = false;
  /** Of the present opening: whatever belongs to an older one is not listened to. */
  let abort = new AbortController();
  let source: EventSource | undefined;
  let tries = 0;
  let refused = 0;
  let pollsFor: AbortController | undefined;
  let asksAgain: AbortSignal | undefined;
  let isWanted = false;
  let isTroubleSaid = false;
  const timers: Partial<
    Record<'trouble' | 'quiet' | 'silence' | 'again', ReturnType<typeof setTimeout>>
  > = {};
  const after = (name: keyof typeof timers, ms: number, run: () => void) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(run, ms);
  };
  const cancel = (...names: (keyof typeof timers)[]) =>
    names.forEach((name) => {
      clearTimeout(timers[name]);
      delete timers[name];
    });

  const say = (state: LinkState) => {
    if (isRunning) hear.state(state);
  };
  const sayTrouble = () => {
    isTroubleSaid = true;
    say(navigator.onLine === false ? 'offline' : 'reconnecting');
  };
  const trouble = () => {
    // That there is no network is known at once; anything else may be over in a moment.
    if (isTroubleSaid || navigator.onLine === false) sayTrouble();
    else if (timers.trouble === undefined) after('trouble', SAID_AFTER_MS, sayTrouble);
  };
  const heard = () => {
    cancel('trouble');
    isTroubleSaid = false;
    tries = 0;
    say('live');
  };

  const abandon = () => {
    abort.abort();
    abort = new AbortController();
    source?.close();
    source = undefined;
    pollsFor = undefined;
    cancel('quiet', 'silence', 'again');
  };
  const end = (why: LinkEnd) => {
    stop();
    hear.end(why);
  };
  const openLater = (ms: number) => {
    abandon();
    trouble();
    after('again', ms, open);
  };

  /** One question. @returns false when there was no answer */
  const look = async (waitS: number, signal: AbortSignal): Promise<boolean> => {
    const asked = cursor();
    try {
      const log = await api.get<ConversationLog>(
        query(`${path}/events?after=${asked}&wait=${waitS}`),
        { signal },
      );
      if (signal.aborted) return false;
      heard();
      hear.answer(log, asked);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (error instanceof ApiError && error.problem.status < 500 && error.problem.status !== 429) {
        end(error.problem.status === 401 ? 'signed-out' : 'gone');
      } else trouble();
      return false;
    }
  };

  /** Asks again and again for as long as this opening lasts, or until the stream speaks. */
  const poll = async () => {
    if (pollsFor) return;
    const { signal } = (pollsFor = abort);
    for (let fails = 0; !signal.aborted && pollsFor;) {
      const before = cursor();
      const began = Date.now();
      const isAnswered = await look(POLL_S, signal);
      if (signal.aborted) return;
      fails = isAnswered ? 0 : fails + 1;
      const isNew = cursor() !== before;
      const wasQuick = Date.now() - began < POLL_PAUSE_MS;
      const pauseMs = !isAnswered ? backOff(fails) : !isNew && wasQuick ? POLL_PAUSE_MS : 0;
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };

  const listen = () => {
    const { signal } = abort;
    const opened = new EventSource(query(`${path}/stream?after=${cursor()}`));
    source = opened;
    const asked = cursor();
    let hasSpoken = false;
    const watchSilence = () =>
      after('silence', handoffLimits.silenceMs, () => {
        if (hasSpoken) open();
        else {
          // Nothing since it was opened: something on the way holds the stream back. The poll goes on alone.
          opened.close();
          source = undefined;
          void poll();
        }
      });
    const on = <T>(name: string, take: (data: T) => void) =>
      opened.addEventListener(name, (event) => {
        if (signal.aborted || source !== opened) return;
        hasSpoken = true;
        refused = 0;
        pollsFor = undefined;
        cancel('quiet');
        heard();
        watchSilence();
        take(JSON.parse((event as MessageEvent<string>).data || '{}') as T);
      });
    on<StreamHello>('hello', (hello) => hear.hello(hello, asked));
    // The log's own events carry no name.
    on<StreamEvent>('message', (event) => hear.events([event]));
    on<Receipts>('receipts', hear.receipts);
    on<TypingNews>('typing', hear.typing);
    on('beat', () => undefined);
    on<StreamBye>('bye', ({ retryMs }) => openLater(retryMs));
    on('gone', () => end('gone'));
    opened.onerror = () => {
      if (signal.aborted || source !== opened) return;
      if (!hasSpoken) refused += 1;
      openLater(backOff(tries));
      tries += 1;
    };
    after('quiet', SAID_AFTER_MS, () => void poll());
    watchSilence();
  };

  /** Abandons what there is and opens anew from the cursor. */
  function open(): void {
    if (!isRunning) return;
    abandon();
    trouble();
    const canStream = typeof EventSource === 'function' && refused < STREAMS_REFUSED;
    if (!canStream) {
      void poll();
      return;
    }
    // The first look brings the whole log at once; after a refused stream it tells why, which a stream does not.
    if (cursor() > 0 && refused === 0 && tries === 0) {
      listen();
      return;
    }
    const { signal } = abort;
    void look(0, signal).then((isAnswered) => {
      if (signal.aborted || !isRunning) return;
      if (isAnswered) listen();
      else {
        after('again', backOff(tries), open);
        tries += 1;
      }
    });
  }

  /** The server may give its log in parts; one that gives nothing new is not asked in a circle. */
  const askWhileItHelps = async (signal: AbortSignal) => {
    let hasHelped = true;
    while (isWanted && hasHelped && !signal.aborted) {
      isWanted = false;
      const before = cursor();
      hasHelped = (await look(0, signal)) && cursor() !== before;
    }
  };

  let unwatch: () => void = () => undefined;
  function stop(): void {
    if (!isRunning) return;
    isRunning = false;
    unwatch();
    abandon();
    cancel('trouble');
  }
  return {
    start: () => {
      if (isRunning) return;
      isRunning = true;
      [tries, refused, isTroubleSaid] = [0, 0, false];
      unwatch = watchWake({
        wake: () => {
          // Another network, perhaps: what was learned about the last one does not count.
          [tries, refused] = [0, 0];
          open();
        },
        offline: trouble,
      });
      open();
    },
    stop,
    refetch: () => {
      isWanted = true;
      const { signal } = abort;
      if (!isRunning || asksAgain === signal) return;
      asksAgain = signal;
      void askWhileItHelps(signal).then(() => {
        if (asksAgain === signal) asksAgain = undefined;
      });
    },
    reopen: open,
  };
}
