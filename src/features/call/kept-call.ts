import { createStore } from 'zustand/vanilla';
import type { Log } from '#platform/log/log.ts';
import type { Call } from '#platform/call/call-view.ts';

/** A customer's call, which is no part of the page it was begun on. */
export interface KeptCall {
  /** The conversation's. */
  id: string;
  log: Log;
  call: Call;
  /** Hangs up if need be, and lets everything go. */
  end: () => void;
}

/** At most one: nobody talks in two conversations at once. `isAway`: its card is not on the screen, so the bar is. */
export const keptCall = createStore<{ kept?: KeptCall; isAway: boolean }>()(() => ({
  isAway: false,
}));
