import type {
  ConversationEventKind,
  ConversationEvents,
  EventActor,
} from '#domain/handoff/events.ts';
import type { Parts } from '../../parts.ts';
import { appendEvent } from '../../store/streams.ts';
import type { Tx } from '../../store/store.ts';

/** Writes an event that follows from what somebody did, with the body that belongs to its kind. Tell of it after the commit. */
export async function writeEvent<K extends ConversationEventKind>(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'ids' | 'seal'>,
  conversationId: string,
  event: { kind: K; actor: EventActor; body: ConversationEvents[K] },
): Promise<void> {
  await appendEvent(tx, parts.seal, {
    streamId: conversationId,
    clientId: parts.ids.id(),
    kind: event.kind,
    actor: event.actor,
    body: { ...event.body },
    at: parts.clock.now(),
  });
}
