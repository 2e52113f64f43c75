import type { EventActor, StreamEvent } from '#domain/handoff/events.ts';
import type { Who } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { readEpoch } from '../store/meta.ts';
import { lastSeq, readEvents, type StoredEvent } from '../store/streams.ts';
import { ownConversation } from './request-help.ts';

/** How often a waiting reader looks by itself: what another process wrote gives no hint here. */
const LOOK_MS = 500;
const PAGE = 500;

export interface ConversationEvents {
  /** Changes when the log was restored from a backup: a cursor of before means nothing then. */
  epoch: string;
  lastSeq: number;
  events: StreamEvent[];
}

function viewEvent(event: StoredEvent): StreamEvent {
  return {
    seq: event.seq,
    clientId: event.clientId,
    kind: event.kind,
    // Conversations are only written with these.
    actor: event.actor as EventActor,
    body: event.body,
    at: new Date(event.at).toISOString(),
  };
}

/**
 * Events of a person's conversation behind a cursor; with none yet, waits for the first.
 * @param waitMs longest wait
 * @throws ProblemError 404
 */
export async function readConversation(
  parts: Parts,
  who: Who,
  id: string,
  cursor: { after: number; waitMs: number; signal?: AbortSignal },
): Promise<ConversationEvents> {
  await ownConversation(parts, who, id);
  const { db } = parts.store;
  // The wait is measured by the process, not by the clock that tests move on.
  const until = performance.now() + cursor.waitMs;
  let events = await readEvents(db, parts.seal, id, cursor.after, PAGE);
  while (
    events.length === 0 &&
    performance.now() < until &&
    !cursor.signal?.aborted &&
    !parts.hints.isClosed()
  ) {
    await parts.hints.wait(id, Math.min(LOOK_MS, until - performance.now()), cursor.signal);
    events = await readEvents(db, parts.seal, id, cursor.after, PAGE);
  }
  return {
    epoch: await readEpoch(db),
    lastSeq: await lastSeq(db, id),
    events: events.map(viewEvent),
  };
}
