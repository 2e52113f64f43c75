import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Desk } from '#domain/api/staff-queue.ts';
import type { StreamBye } from '#domain/api/conversation.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { backOff } from '#platform/log/link.ts';
import { watchWake } from '#platform/log/wake.ts';

/** Trouble of this length is said, ms: a blink troubles nobody. */
const SAID_AFTER_MS = 3000;

export interface DeskView {
  /** Undefined before the server was heard for the first time. */
  desk?: Desk;
  /** The server is not heard: offers go to others meanwhile. */
  isLost: boolean;
  isSignedOut: boolean;
}

export interface DeskFeed {
  store: StoreApi<DeskView>;
  start: () => void;
  stop: () => void;
}

/**
 * What one member of staff has before them, kept up to date by a stream; being heard on it is being there, so it is
 * opened anew whenever it may be dead. Whole each time, so nothing can be missed.
 */
export function createDeskFeed(): DeskFeed {
  const store = createStore<DeskView>()(() => ({ isLost: false, isSignedOut: false }));
  let source: EventSource | undefined;
  let tries = 0;
  let unwatch: () => void = () => undefined;
  const timers: Partial<Record<'silence' | 'again' | 'said', ReturnType<typeof setTimeout>>> = {};
  const after = (name: keyof typeof timers, ms: number, act: () => void) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, ms);
  };
  const cancel = (...names: (keyof typeof timers)[]) => {
    for (const name of names) {
      clearTimeout(timers[name]);
      delete timers[name];
    }
  };
  const stop = () => {
    cancel('silence', 'again', 'said');
    source?.close();
    source = undefined;
  };

  const heard = () => {
    tries = 0;
    cancel('said');
    if (store.getState().isLost) store.setState({ isLost: false });
    after('silence', handoffLimits.silenceMs, () => openLater(0));
  };
  const openLater = (ms: number) => {
    source?.close();
    source = undefined;
    cancel('silence');
    if (timers.said === undefined && !store.getState().isLost) {
      after('said', SAID_AFTER_MS, () => store.setState({ isLost: true }));
    }
    after('again', ms, open);
  };
  /** A stream does not say why it failed: a question does. */
  const isSignedOut = async (): Promise<boolean> => {
    try {
      await api.get('/api/staff/me');
      return false;
    } catch (error) {
      return error instanceof ApiError && error.problem.status === 401;
    }
  };
  const failed = async () => {
    const wait = backOff(tries);
    tries += 1;
    openLater(wait);
    if (await isSignedOut()) {
      stop();
      store.setState({ isSignedOut: true });
    }
  };
  const open = () => {
    source?.close();
    const opened = new EventSource('/api/staff/stream');
    source = opened;
    after('silence', handoffLimits.silenceMs, () => openLater(0));
    const on = (event: string, act: (data: string) => void) =>
      opened.addEventListener(event, (message: MessageEvent<string>) => {
        if (source !== opened) return;
        heard();
        act(message.data);
      });
    on('desk', (data) => store.setState({ desk: JSON.parse(data) as Desk }));
    on('beat', () => undefined);
    on('bye', (data) => openLater((JSON.parse(data) as StreamBye).retryMs));
    on('gone', () => void failed());
    opened.onerror = () => {
      if (source === opened) void failed();
    };
  };

  return {
    store,
    start: () => {
      unwatch = watchWake({ wake: open, offline: () => store.setState({ isLost: true }) });
      open();
    },
    stop: () => {
      unwatch();
      stop();
    },
  };
}
