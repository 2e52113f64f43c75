import type { AnswerValue } from '../flow/types.ts';
import type { ConversationState, EventActor, StreamEvent } from '../handoff/events.ts';

/** How far a side has the log: `deliveredTo` reached a device of theirs, `readTo` was on a screen. */
export interface Receipt {
  deliveredTo: number;
  readTo: number;
}

export interface Receipts {
  customer: Receipt;
  staff: Receipt;
}

/** `GET …/events` */
export interface ConversationLog {
  /** Changes when the log was restored from a backup: a cursor of before means nothing then. */
  epoch: string;
  lastSeq: number;
  state: ConversationState;
  events: readonly StreamEvent[];
  receipts: Receipts;
}

/** First on every stream, as `event: hello`. */
export interface StreamHello {
  epoch: string;
  lastSeq: number;
  state: ConversationState;
  receipts: Receipts;
}

/** `event: typing`: never kept. */
export interface TypingNews {
  actor: EventActor;
}

/** `event: bye`: the server goes; open another stream after so long, from the same cursor. */
export interface StreamBye {
  retryMs: number;
}

export type ProposalState = 'open' | 'accepted' | 'declined';

/** What staff propose for one field of a draft. */
export interface Proposal {
  id: string;
  draftId: string;
  field: string;
  value: AnswerValue;
  state: ProposalState;
  staffName: string;
  /** ISO 8601 */
  at: string;
}

/** A server of `RTCPeerConnection`. */
export interface IceServer {
  urls: readonly string[];
  username?: string;
  credential?: string;
}

/** `GET /api/voice/config` */
export interface VoiceConfig {
  iceServers: readonly IceServer[];
  /** The credentials end then. */
  ttlSeconds: number;
  /** The customer is asked at the beginning of each call whether it may be recorded. */
  isRecorded: boolean;
  /** Staff may ask for a recording, which is kept so many days. Absent: nothing is ever recorded. */
  recordingDays?: number;
  /** Version of the notice. */
  notice: number;
  /** What staff say in a call can be written down for the customer to read. */
  canCaption?: boolean;
}

/** What a file of a conversation is. */
export interface ConversationFile {
  fileId: string;
  kind: 'photo' | 'voice';
  fileType: string;
  bytes: number;
  /** Of a voice note. */
  seconds?: number;
}
