import type { HelpRequest } from '#domain/api/help.ts';
import { api } from '#platform/api/client.ts';
import { helpStore } from './help-store.ts';

/** How often an open request is looked up while the page is in view, ms. */
const EVERY_MS = 15_000;

/**
 * Keeps the line at the human button true while a request is open: looked up every 15 s and whenever the page comes
 * back into view or onto the network. On the page of a conversation its log says it sooner.
 * @returns ends it
 */
export function followHelp(): () => void {
  let isHere = true;
  const look = async () => {
    if (document.visibilityState !== 'visible' || location.pathname.startsWith('/human/')) return;
    try {
      const request = await api.get<HelpRequest | undefined>('/api/help-requests/current');
      if (isHere) helpStore.getState().know(request);
    } catch {
      // Without a network the line stays as it was; it is looked up again when there is one.
    }
  };
  const again = () => void look();
  const timer = setInterval(again, EVERY_MS);
  const events = ['pageshow', 'online', 'visibilitychange'];
  // `visibilitychange` comes up to the window from the document.
  for (const event of events) addEventListener(event, again);
  return () => {
    isHere = false;
    clearInterval(timer);
    for (const event of events) removeEventListener(event, again);
  };
}
