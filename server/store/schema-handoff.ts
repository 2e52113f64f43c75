import type { AgeBand } from '#domain/lane/age.ts';

export interface ConversationTable {
  id: string;
  owner: string;
  /** The owner while it is open, null after: unique, so that one person has one open conversation. */
  open_owner: string | null;
  customer_id: string | null;
  state: 'waiting' | 'active' | 'closed';
  /** What the place goes by; a call-back at a chosen time is put at that time. */
  enqueued_at: number;
  credit_ms: number;
  page: string;
  step: string | null;
  flow: string | null;
  draft_id: string | null;
  mode: string;
  lng: string;
  /** How often the person asked again. */
  asked: number;
  taken_by: string | null;
  taken_at: number | null;
  closed_at: number | null;
  /** When the person first asked; never moved. */
  asked_at: number;
  first_taken_at: number | null;
  age_band: AgeBand | null;
  /** JSON list: `lng:en`, `dialect:yue`, `flow:death`. */
  needs: string | null;
  wants: 'chat' | 'call' | null;
  /** Not to be taken earlier: a call-back at a chosen time, or the pause before the next try. */
  not_before: number | null;
  /** The place that the log told last. */
  shown_place: number | null;
  shown_at: number | null;
  /** The one live offer. */
  offer_id: string | null;
  offer_to: string | null;
  offer_until: number | null;
  /** A member of staff, or `role:supervisor`, who is asked first until then. */
  prefers: string | null;
  prefers_until: number | null;
  /** When somebody last wrote. */
  touched_at: number | null;
  customer_seen_at: number | null;
  /** When its agent's line was found broken. */
  lost_at: number | null;
  /** Receipts: how far a device of theirs has the log, and how far it was on a screen. */
  customer_to: number;
  customer_read: number;
  staff_to: number;
  staff_read: number;
}

export interface PresenceTable {
  staff_id: string;
  state: 'available' | 'away';
  capacity: number;
  /** The last sign of life of any kind. */
  seen_at: number;
  /** The last beat of a live stream: only who has one is offered anything. */
  stream_at: number | null;
  idle_since: number;
  /** Offers missed in a row. */
  missed: number;
}

export interface OfferTable {
  id: string;
  conversation_id: string;
  staff_id: string;
  made_at: number;
  ended_at: number | null;
  outcome: 'accepted' | 'declined' | 'expired' | 'withdrawn' | null;
}

export interface CallbackTable {
  id: string;
  conversation_id: string;
  owner: string;
  state: 'waiting' | 'done' | 'left' | 'cancelled';
  at: number | null;
  phone_sealed: string;
  lng: string;
  /** JSON list of `{ at, outcome, staffId }`. */
  tries: string;
  created_at: number;
  ended_at: number | null;
}

export interface ConversationNoteTable {
  id: string;
  conversation_id: string;
  staff_id: string;
  text_sealed: string;
  at: number;
}

export interface ConversationFileTable {
  id: string;
  conversation_id: string;
  kind: 'photo' | 'voice';
  file_type: string;
  bytes: number;
  seconds: number | null;
  actor: 'customer' | 'agent';
  at: number;
  /** When a message was found to name it. Null: not looked for yet. */
  named_at: number | null;
}

export interface ProposalTable {
  id: string;
  draft_id: string;
  conversation_id: string;
  staff_id: string;
  field: string;
  value_sealed: string;
  base_version: number;
  state: 'open' | 'accepted' | 'declined';
  at: number;
  ended_at: number | null;
}

/** A call that its customer agreed to have recorded; its sound lies in object storage, piece by piece. */
export interface CallRecordingTable {
  id: string;
  conversation_id: string;
  call_id: string;
  staff_id: string;
  /** Version of the words that the yes was given to, and where in the log the yes stands. */
  notice: number;
  consent_seq: number;
  file_type: string;
  /** Pieces 0 to one less are there. */
  pieces: number;
  bytes: number;
  started_at: number;
  ended_at: number;
  keep_until: number;
  removed_at: number | null;
  removed_by: 'customer' | 'time' | null;
  /** Its sound is gone from storage too. */
  cleared_at: number | null;
}
