import type { ConversationLog, Receipts } from '#domain/api/conversation.ts';
import type { EventActor, StreamEvent } from '#domain/handoff/events.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { findLogEnd, type LogEnd } from '../store/log-end.ts';
import { readEpoch } from '../store/meta.ts';
import { readEventsBehind } from '../store/events-behind.ts';
import type { StoredEvent } from '../store/streams.ts';
import { mayRead, type Party } from './handoff/party.ts';
import { noteSeen } from './handoff/note-seen.ts';

export function viewEvent(event: StoredEvent): StreamEvent {
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

export function viewReceipts(
  row: Pick<LogEnd, 'customer_to' | 'customer_read' | 'staff_to' | 'staff_read'>,
): Receipts {
  return {
    customer: { deliveredTo: row.customer_to, readTo: row.customer_read },
    staff: { deliveredTo: row.staff_to, readTo: row.staff_read },
  };
}

/** A conversation that they may read now, with its end and what is behind the cursor. @throws ProblemError 404 */
export async function readBehind(parts: Parts, party: Party, id: string, after: number) {
  const { db } = parts.store;
  const row = await findLogEnd(db, id);
  if (!row || !mayRead(party, row, parts.clock.now())) throw new ProblemError('not-found', 404);
  const events =
    row.last_seq > after
      ? (await readEventsBehind(db, parts.seal, id, after, row.last_seq)).map(viewEvent)
      : [];
  return { row, events };
}

/**
 * Events of a conversation behind a cursor; with none yet, waits for the first. They are asked for again after the
 * wait whether they may read it.
 * @param cursor.waitMs longest wait
 * @throws ProblemError 404
 */
export async function readConversation(
  parts: Parts,
  party: Party,
  id: string,
  cursor: { after: number; waitMs: number; signal?: AbortSignal },
): Promise<ConversationLog> {
  const { after, waitMs, signal } = cursor;
  // The wait is measured by the process, not by the clock that tests move on.
  const until = performance.now() + waitMs;
  const watch = parts.hints.watch(id);
  watch.seen = after;
  try {
    let { row, events } = await readBehind(parts, party, id, after);
    await noteSeen(parts, party, row);
    while (
      events.length === 0 &&
      performance.now() < until &&
      !signal?.aborted &&
      !parts.hints.isClosed()
    ) {
      await watch.wait(until - performance.now(), signal);
      ({ row, events } = await readBehind(parts, party, id, after));
    }
    return {
      epoch: await readEpoch(parts.store.db),
      lastSeq: row.last_seq,
      state: row.state,
      events,
      receipts: viewReceipts(row),
    };
  } finally {
    watch.end();
  }
}
