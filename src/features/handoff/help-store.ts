import { createStore } from 'zustand/vanilla';
import type { HelpRequest } from '#domain/api/help.ts';
import { api } from '#platform/api/client.ts';

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

export function createHelpStore() {
  return createStore<HelpStore>()((set, get) => ({
    help: { status: 'idle' },
    ask: async (context) => {
      if (get().help.status === 'sending') return;
      set({ help: { status: 'sending' } });
      try {
        const request = await api.post<HelpRequest>('/api/help-requests', context);
        set({ help: { status: 'accepted', request } });
      } catch {
        // Whatever went wrong, the line on screen names the telephone, which needs no network of ours.
        set({ help: { status: 'failed' } });
      }
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
        } else if (early.state !== 'accepted') set({ help: { status: early.state } });
      };
      if (early.state !== 'idle') adopt();
      early.listen = adopt;
    },
  }));
}

export const helpStore = createHelpStore();
