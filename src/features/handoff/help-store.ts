import { createStore } from 'zustand/vanilla';
import type { HelpRequest } from '#domain/api/help.ts';
import { api, OfflineError } from '#platform/api/client.ts';
import { triedSoFar } from '#platform/page/tried.ts';
import { forgetAsk, keepAsk, keptAsk } from './kept-ask.ts';

/** What goes along with a request for a person, so that nothing has to be told twice (H4). */
export interface HelpContext {
  page: string;
  step?: string;
  flow?: string;
  draftId?: string;
  mode?: string;
  lng?: string;
}

export type HelpState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'failed' }
  /** No answer came: the tap is kept and tried again until one does. */
  | { status: 'kept' }
  | { status: 'accepted'; request: HelpRequest };

/** What the script in the page's head left: a tap may have come before the app. */
interface EarlyHelp {
  state: 'idle' | 'sending' | 'accepted' | 'failed';
  request?: HelpRequest;
  /** From now on the app answers taps. */
  taken?: boolean;
  listen?: () => void;
}

declare global {
  interface Window {
    slHelp?: EarlyHelp;
  }
}

export interface HelpStore {
  help: HelpState;
  /** Asks for a person. A second call while one is on its way does nothing: the server would give the same one. */
  ask: (context: HelpContext) => Promise<void>;
  /** What the server says now of the request that is open; nothing: it has ended. */
  know: (request: HelpRequest | undefined) => void;
  /** Takes over from the page's head script, with whatever a tap before the app has set going. */
  takeOver: () => void;
}

/** First and longest pause before a kept tap is tried again, ms. */
const AGAIN_MS = 4000;
const AGAIN_MOST_MS = 60_000;

export function createHelpStore() {
  return createStore<HelpStore>()((set, get) => {
    let isOnItsWay = false;
    let pause = AGAIN_MS;
    let dropRetry = () => {};

    const send = async (context: HelpContext) => {
      if (isOnItsWay) return;
      isOnItsWay = true;
      dropRetry();
      try {
        const request = await api.post<HelpRequest>('/api/help-requests', {
          ...context,
          tried: triedSoFar(),
        });
        forgetAsk();
        pause = AGAIN_MS;
        set({ help: { status: 'accepted', request } });
      } catch (error) {
        // Whatever went wrong, the line on screen names the telephone, which needs no network of ours.
        const isKept = error instanceof OfflineError;
        set({ help: { status: isKept ? 'kept' : 'failed' } });
        if (isKept) tryAgain(context);
        else forgetAsk();
      } finally {
        isOnItsWay = false;
      }
    };
    /** In silence: a line that changes to and fro is read out each time. */
    const tryAgain = (context: HelpContext) => {
      const again = () => void send(context);
      const timer = setTimeout(again, pause);
      addEventListener('online', again);
      dropRetry = () => {
        clearTimeout(timer);
        removeEventListener('online', again);
      };
      pause = Math.min(2 * pause, AGAIN_MOST_MS);
    };
    const goOn = (): boolean => {
      const context = keptAsk();
      if (context && !isOnItsWay) {
        set({ help: { status: 'kept' } });
        void send(context);
      }
      return context !== undefined;
    };

    return {
      help: { status: 'idle' },
      ask: async (context) => {
        if (get().help.status === 'sending') return;
        keepAsk(context);
        set({ help: { status: 'sending' } });
        await send(context);
      },
      know: (request) => {
        // A tap that is on its way says more; of a page where nobody asked nothing is told.
        if (get().help.status !== 'accepted') return;
        set({ help: request ? { status: 'accepted', request } : { status: 'idle' } });
      },
      takeOver: () => {
        const early = window.slHelp;
        if (!early) return;
        early.taken = true;
        const adopt = () => {
          if (early.state === 'accepted' && early.request) {
            set({ help: { status: 'accepted', request: early.request } });
          } else if (early.state === 'failed') {
            if (!goOn()) set({ help: { status: 'failed' } });
          } else if (early.state === 'sending') set({ help: { status: 'sending' } });
        };
        // Asked before this page was opened, and never answered: it goes on here.
        if (early.state === 'idle') goOn();
        else adopt();
        early.listen = adopt;
      },
    };
  });
}

export const helpStore = createHelpStore();
