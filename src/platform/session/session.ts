import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Customer } from '#domain/api/customer.ts';
import { api, ApiError } from '../api/client.ts';

export interface SessionState {
  /** `undefined`: not asked yet. `null`: nobody is signed in. */
  customer: Customer | null | undefined;
  /**
   * Asks the server who is signed in.
   * @throws OfflineError, or ApiError for anything but "nobody"; `customer` then stays as it was
   */
  refresh: () => Promise<void>;
  /** Takes over what signing in has answered, without asking again. */
  adopt: (customer: Customer) => void;
  /** Ends the session. @throws OfflineError or ApiError: the person is then still signed in */
  signOut: () => Promise<void>;
}

/** A store of its own for a test; the product has the one below. */
export function createSessionStore() {
  return createStore<SessionState>()((set) => ({
    customer: undefined,
    refresh: async () => {
      try {
        const { customer } = await api.get<{ customer: Customer }>('/api/me');
        set({ customer });
      } catch (error) {
        if (!(error instanceof ApiError) || error.problem.status !== 401) throw error;
        set({ customer: null });
      }
    },
    adopt: (customer) => set({ customer }),
    signOut: async () => {
      await api.delete('/api/sessions');
      set({ customer: null });
    },
  }));
}

export const sessionStore = createSessionStore();

/** Who is signed in. Asks nothing by itself: call `refresh` where it matters. */
export function useSession(): SessionState {
  return useStore(sessionStore);
}
