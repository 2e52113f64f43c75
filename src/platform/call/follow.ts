import type { StreamEvent } from '#domain/handoff/events.ts';
import type { Log } from '#platform/log/log.ts';

/**
 * Hears a log: first, once, all that there is, then each event as it comes.
 * @returns stops it
 */
export function followLog(
  { store }: Pick<Log, 'store'>,
  begun: (events: readonly StreamEvent[]) => void,
  note: (event: StreamEvent) => void,
): () => void {
  let seen: number | undefined;
  const look = () => {
    const { events, isLoaded, lastSeq } = store.getState();
    if (!isLoaded) return;
    const from = seen;
    seen = lastSeq;
    if (from === undefined) begun(events);
    // A log that was read anew from a backup has no news in it.
    else if (lastSeq > from) for (const event of events) if (event.seq > from) note(event);
  };
  look();
  return store.subscribe(look);
}

/** @param moves the network is another one */
export function watchPage(goes: () => void, moves: () => void): () => void {
  const { connection } = navigator as { connection?: EventTarget };
  addEventListener('pagehide', goes);
  addEventListener('online', moves);
  connection?.addEventListener?.('change', moves);
  return () => {
    removeEventListener('pagehide', goes);
    removeEventListener('online', moves);
    connection?.removeEventListener?.('change', moves);
  };
}
