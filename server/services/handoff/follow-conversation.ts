import type { StreamBye, StreamHello } from '#domain/api/conversation.ts';
import { ProblemError } from '../../http/problem.ts';
import type { SseMessage, SseOut } from '../../http/sse.ts';
import type { Parts } from '../../parts.ts';
import type { LogEnd } from '../../store/log-end.ts';
import { readEpoch } from '../../store/meta.ts';
import { readBehind, viewReceipts } from '../read-conversation.ts';
import { everyBeat } from './beats.ts';
import { noteSeen } from './note-seen.ts';
import type { Party } from './party.ts';

/** After a server has said goodbye its readers come back within this, each at its own moment. */
export const BYE_SPREAD_MS = 10_000;
/** After the session has changed its reader comes back this soon. */
const SIGNED_IN_MS = 300;
/** The session is looked up again so often, beats. */
const CHECK_BEATS = 6;

const BEAT: SseMessage = { event: 'beat', data: {} };
const TYPING = 'typing-';

/** The mark of a hint that one side is typing. */
export const typingHint = (id: string, side: Party['side']): string => `${id}!${TYPING}${side}`;

/**
 * Tells a reader of a conversation what is behind its cursor and then all that comes, until it leaves, the server
 * stops or it may no longer read: that is asked again with every change, and its session with every minute.
 * @param stillThere whether the session that opened it lives
 */
export async function followConversation(
  parts: Parts,
  party: Party,
  id: string,
  from: { after: number; out: SseOut; stillThere: () => Promise<boolean> },
): Promise<void> {
  const { out } = from;
  let cursor = from.after;
  let shown = '';
  let beats = 0;
  let isCheckDue = false;
  let endBeats = () => {};
  const watch = parts.hints.watch(id);
  watch.seen = cursor;
  out.onGone(() => watch.wake());

  const read = () => readBehind(parts, party, id, cursor);
  /** @returns the conversation as its reader now has it */
  const tell = async (): Promise<LogEnd> => {
    for (;;) {
      const { row, events } = await read();
      for (const event of events) {
        if (!out.send({ id: event.seq, data: event })) return row;
        cursor = event.seq;
      }
      watch.seen = cursor;
      const receipts = viewReceipts(row);
      const text = JSON.stringify(receipts);
      if (text !== shown && out.send({ event: 'receipts', data: receipts })) shown = text;
      if (cursor >= row.last_seq || events.length === 0) return row;
    }
  };
  // Nothing that only the beginning needs is held for the hours that a stream may last.
  const begin = async (): Promise<void> => {
    const { row } = await readBehind(parts, party, id, Number.MAX_SAFE_INTEGER);
    const receipts = viewReceipts(row);
    shown = JSON.stringify(receipts);
    const hello: StreamHello = {
      epoch: await readEpoch(parts.store.db),
      lastSeq: row.last_seq,
      state: row.state,
      receipts,
    };
    out.send({ event: 'hello', data: hello, retryMs: 500 + Math.round(Math.random() * 1500) });
    await noteSeen(parts, party, row);
    if (row.last_seq > cursor) await tell();
  };
  const isOver = () => out.isGone() || parts.hints.isClosed();

  try {
    await begin();
    endBeats = everyBeat(() => {
      out.send(BEAT);
      beats += 1;
      if (beats % CHECK_BEATS !== 0) return;
      isCheckDue = true;
      watch.wake();
    });
    while (!isOver()) {
      const marks = await watch.wait();
      if (isOver()) break;
      for (const mark of marks) {
        const actor = mark.startsWith(TYPING) ? mark.slice(TYPING.length) : party.side;
        if (actor !== party.side) out.send({ event: 'typing', data: { actor } });
      }
      const isCheck = isCheckDue;
      isCheckDue = false;
      if (isCheck && !(await from.stillThere())) throw new ProblemError('not-found', 404);
      const row = await tell();
      if (isCheck) await noteSeen(parts, party, row);
    }
    const bye: StreamBye = { retryMs: Math.round(Math.random() * BYE_SPREAD_MS) };
    out.send({ event: 'bye', data: bye, retryMs: bye.retryMs });
  } catch (error) {
    // A customer who has just signed in comes back under their new name; a stranger finds nothing then.
    if (error instanceof ProblemError && party.side === 'customer')
      out.send({ event: 'bye', data: { retryMs: SIGNED_IN_MS }, retryMs: SIGNED_IN_MS });
    else if (error instanceof ProblemError) out.send({ event: 'gone', data: {} });
    // The store does not answer: the reader comes back to its cursor.
    else parts.log.error('stream-failed', error);
  } finally {
    endBeats();
    watch.end();
  }
}
