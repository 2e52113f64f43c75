import type { AnswerValue } from '../flow/types.ts';

/** A conversation is a log: everything in it is an event, `(conversation, seq)` without gaps. */
export type ConversationState = 'waiting' | 'active' | 'closed';
export type EventActor = 'customer' | 'agent' | 'system';

/** Why a call ended. `unsupported`: this browser cannot; `unreachable`: no way through the network within the time. */
export const callEndReasons = [
  'hung-up',
  'refused',
  'missed',
  'unsupported',
  'unreachable',
  'lost',
] as const;
export type CallEndReason = (typeof callEndReasons)[number];

/** How a call-back went. */
export const callbackOutcomes = ['reached', 'no-answer', 'busy', 'wrong-number'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

export const closeReasons = ['done', 'left', 'day-passed', 'merged'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Every kind of event with its body. A reader skips kinds that it does not know: newer programs write more. */
export interface ConversationEvents {
  /** `tried`: ways and codes of `tried.ts`, the last error at the end (H4). */
  requested: {
    page: string;
    mode: string;
    lng: string;
    step?: string;
    flow?: string;
    tried?: readonly string[];
  };
  'requested-again': { page: string; step?: string; tried?: readonly string[] };
  /** The place changed. `waitSeconds` is null where too little is known. `why` is there only when it went back. */
  place: {
    position: number;
    waitSeconds: WaitBand | null;
    why?: 'longer-credit' | 'call-due' | 'requeued';
  };
  /** Somebody of the staff is being asked right now. */
  offered: { offerId: string; expiresAt: string };
  /** They did not come in time or declined: the next one is asked, the place is kept. */
  'offer-expired': { offerId: string };
  taken: { staffName: string };
  message: MessageBody;
  'voice-note': { fileId: string; seconds: number };
  /** Handed on. `to` says what is looked for; `staffName` where it is one person. */
  transferred: { to: 'queue' | 'skill' | 'staff' | 'supervisor'; staffName?: string };
  /** The agent's line broke. They have a minute to come back. */
  'agent-lost': Readonly<Record<string, never>>;
  'agent-back': Readonly<Record<string, never>>;
  /** Waits again, with the first time of asking and a credit: near the front. */
  requeued: { reason: 'agent-lost' | 'transferred' | 'call-again' | 'reopened' };
  /** Staff propose an answer; nothing is written before the customer says yes. */
  proposal: ProposalBody;
  'proposal-accepted': { proposalId: string; field: string };
  'proposal-declined': { proposalId: string; field: string };
  /** Staff point at a question of the shared draft. */
  pointed: { draftId: string; field?: string; step?: string };
  'callback-asked': {
    callbackId: string;
    maskedPhone: string;
    at?: string;
    /** The text that did not arrive and is told on the telephone (O3): then nobody asked, the system did. */
    insteadOf?: string;
  };
  'callback-tried': { callbackId: string; tries: number; outcome: CallbackOutcome };
  'callback-done': { callbackId: string };
  /** Three times nobody was reached: a person decides what to do. */
  'callback-left': { callbackId: string };
  'callback-cancelled': { callbackId: string };
  'call-offer': { callId: string; sdp: string };
  'call-answer': { callId: string; sdp: string };
  /** `candidate` is `RTCIceCandidate.toJSON()`; null ends the list. */
  'call-candidate': {
    callId: string;
    candidate: Readonly<Record<string, string | number | null>> | null;
  };
  'call-ended': { callId: string; reason: CallEndReason };
  /** The customer's yes or no to a recording. `notice` is the version of the text that was shown. */
  consent: { what: 'recording'; given: boolean; notice: number; callId?: string };
  /** Staff ask for a recording of this call; the answer is the customer's `consent`. */
  'recording-asked': { callId: string };
  /** Staff end it, or their browser cannot go on with it. */
  'recording-ended': { callId: string };
  /** The customer had it taken away. */
  'recording-removed': { callId: string };
  closed: { reason: CloseReason; mergedInto?: string };
  reopened: Readonly<Record<string, never>>;
}

export type ConversationEventKind = keyof ConversationEvents;

/** A wait in seconds, as a band. */
export interface WaitBand {
  low: number;
  high: number;
}

/** Text, a file of the conversation, or both. `answers` is the seq of the message that it answers. */
export interface MessageBody {
  text?: string;
  fileId?: string;
  answers?: number;
}

export interface ProposalBody {
  proposalId: string;
  draftId: string;
  field: string;
  value: AnswerValue;
  staffName: string;
}

/** What a customer may write into the log; the other kinds come from what they and others do. */
export const customerKinds = [
  'message',
  'voice-note',
  'call-offer',
  'call-answer',
  'call-candidate',
  'call-ended',
  'consent',
] as const;
/** What staff in the conversation may write. Consent is the customer's alone. */
export const staffKinds = [
  'message',
  'voice-note',
  'pointed',
  'call-offer',
  'call-answer',
  'call-candidate',
  'call-ended',
  'recording-asked',
  'recording-ended',
] as const;
export type WrittenKind = (typeof customerKinds)[number] | (typeof staffKinds)[number];

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

/** An event of a known kind with the body that belongs to it. */
export type EventOf<K extends ConversationEventKind> = Omit<StreamEvent, 'kind' | 'body'> & {
  kind: K;
  body: ConversationEvents[K];
};

/** Whether an event is of this kind. Our own server wrote it: its body has its shape. */
export function isKind<K extends ConversationEventKind>(
  event: StreamEvent,
  kind: K,
): event is EventOf<K> & StreamEvent {
  return event.kind === kind;
}
