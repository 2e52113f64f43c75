import type { StreamEvent } from '#domain/handoff/events.ts';
import { isId } from '../../http/answers.ts';
import { ownersOf, type Who } from '../../http/context.ts';
import type { Parts } from '../../parts.ts';
import { findConversation } from '../../store/conversations.ts';
import { lastSeq, readEvents } from '../../store/streams.ts';
import { viewEvent } from '../read-conversation.ts';
import { noteReceipts } from './note-receipts.ts';

/** The signals of a call fill a log quickly: so far back the words are looked for. */
const LAST = 500;

/**
 * The end of a person's own conversation, for a page that is made here; what is on it has come to them.
 * @returns nothing where it is not theirs
 */
export async function lastEventsOf(
  parts: Parts,
  who: Who | undefined,
  id: string,
): Promise<readonly StreamEvent[]> {
  if (!who || !isId(id)) return [];
  const { db } = parts.store;
  if (!(await findConversation(db, id, ownersOf(who)))) return [];
  const from = Math.max(0, (await lastSeq(db, id)) - LAST);
  const events = (await readEvents(db, parts.seal, id, from, LAST)).map(viewEvent);
  await noteReceipts(parts, { side: 'customer', who }, id, {
    deliveredTo: events[events.length - 1]?.seq ?? 0,
  });
  return events;
}
