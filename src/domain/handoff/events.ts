/** A conversation is a log: everything in it is an event, `(conversation, seq)` without gaps. */
export type ConversationState = 'waiting' | 'active' | 'closed';
export type EventActor = 'customer' | 'agent' | 'system';
export type ConversationEventKind =
  'requested' | 'requested-again' | 'message' | 'taken' | 'closed';

export interface StreamEvent {
  seq: number;
  /** Made by whoever caused it; the same id again is the same event. */
  clientId: string;
  kind: string;
  actor: EventActor;
  body: Readonly<Record<string, unknown>>;
  /** ISO 8601 with offset. */
  at: string;
}
