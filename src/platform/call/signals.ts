import { api, OfflineError } from '#platform/api/client.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { newId } from '#platform/ids/new-id.ts';

export type SignalKind =
  | 'call-offer'
  | 'call-answer'
  | 'call-candidate'
  | 'call-ended'
  | 'consent'
  | 'recording-asked'
  | 'recording-ended';
export type SignalBody = Readonly<Record<string, unknown>>;

/** Where the two sides of a call write to each other. */
export interface Signals {
  /**
   * Writes after everything that was said before it. Unlike a message it does not wait on the device: a signal that
   * comes later than the call is worth nothing, and none may stand behind a photo that is on its way.
   * @returns the event's id, by which the log tells it from another page's; `sent` throws where it cannot be written
   */
  say: (kind: SignalKind, body: SignalBody) => { clientId: string; sent: Promise<void> };
  /** The page goes away: said by the browser after it, once, and without an answer. */
  sayGoing: (kind: SignalKind, body: SignalBody) => void;
}

const PAUSE_MS = 400;

export function createSignals(conversationId: string, as: 'customer' | 'staff'): Signals {
  const path = `/api/conversations/${encodeURIComponent(conversationId)}/events${as === 'staff' ? '?as=staff' : ''}`;
  let turn: Promise<unknown> = Promise.resolve();

  const write = async (signal: object) => {
    const until = Date.now() + handoffLimits.callWithinMs;
    for (;;) {
      try {
        await api.post(path, signal);
        return;
      } catch (error) {
        // The same id again is the same event, so that it may be said twice.
        if (!(error instanceof OfflineError) || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };

  return {
    say: (kind, body) => {
      const clientId = newId();
      const sent = turn.then(() => write({ clientId, kind, body }));
      turn = sent.catch(() => undefined);
      return { clientId, sent };
    },
    sayGoing: (kind, body) => {
      void fetch(path, {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ clientId: newId(), kind, body }),
      }).catch(() => undefined);
    },
  };
}
