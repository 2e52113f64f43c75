import { isKind, type EventActor, type StreamEvent } from '#domain/handoff/events.ts';

/** A call that the log has no end of. */
export interface CallInLog {
  callId: string;
  by: EventActor;
  /** Seq of its first offer. */
  seq: number;
  /** ISO 8601 */
  at: string;
  isAnswered: boolean;
}

/**
 * The call that is under way after these events. Where both call at once, the log says who came first: an offer that
 * meets an unanswered one of the other side is void. A second call of whoever has called already takes the place of
 * the first, and an offer after an answer is one of a page that has lost its call.
 */
export function callInLog(events: readonly StreamEvent[]): CallInLog | undefined {
  let open: CallInLog | undefined;
  for (const event of events) {
    if (isKind(event, 'call-offer')) {
      const { callId } = event.body;
      const isVoid =
        open && (open.callId === callId || (open.by !== event.actor && !open.isAnswered));
      if (!isVoid)
        open = { callId, by: event.actor, seq: event.seq, at: event.at, isAnswered: false };
    } else if (isKind(event, 'call-answer')) {
      if (open?.callId === event.body.callId) open = { ...open, isAnswered: true };
    } else if (isKind(event, 'call-ended')) {
      if (open?.callId === event.body.callId) open = undefined;
    } else if (event.kind === 'closed') open = undefined;
  }
  return open;
}
