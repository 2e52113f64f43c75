import type { VaultNews } from './vault.ts';

const CHANNEL = 'silverlane';
/** Where there is no BroadcastChannel (Safari 14) another tab hears through a mark in localStorage: a number, no data. */
const MARK = 'sl_news';

/** Tells the other tabs that something kept has changed. What it is they read for themselves. */
export function createNews(): {
  tell: (news: VaultNews) => void;
  watch: (hear: (news: VaultNews) => void) => () => void;
} {
  const listeners = new Set<(news: VaultNews) => void>();
  const hearAll = (news: VaultNews) => {
    for (const hear of listeners) hear(news);
  };
  const channel =
    typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  if (channel) channel.onmessage = ({ data }) => hearAll(data as VaultNews);
  else {
    addEventListener('storage', ({ key, newValue }) => {
      if (key === MARK) hearAll(newValue?.startsWith('all') ? 'all' : { name: '*' });
    });
  }
  return {
    tell: (news) => {
      if (channel) channel.postMessage(news);
      else {
        try {
          localStorage.setItem(MARK, `${news === 'all' ? 'all' : 'one'}.${Date.now()}`);
        } catch {
          // Storage is switched off: the other tab learns it from the server.
        }
      }
      // A wipe concerns this tab's own stores too; a change is known to who made it.
      if (news === 'all') hearAll('all');
    },
    watch: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
