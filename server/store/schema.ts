import type {
  CallbackTable,
  CallRecordingTable,
  ConversationFileTable,
  ConversationNoteTable,
  ConversationTable,
  OfferTable,
  PresenceTable,
  ProposalTable,
} from './schema-handoff.ts';
import type { AppointmentTable, TaskTable } from './schema-tasks.ts';
import type { ClaimTable } from './schema-claim.ts';

/**
 * The tables, as Kysely types. Portable: ids and words are text, times are integers (ms since 1970), yes and no are
 * 0 and 1, JSON is text, lists of photos' bytes are not here (object storage). `sealed` columns hold AES-GCM text of
 * server/store/seal.ts for the place `<table>.<column>.<row id>`. `owner` is `c:<customer id>` or `s:<session id>`.
 */
export interface Database {
  meta: MetaTable;
  session: SessionTable;
  sign_in_code: SignInCodeTable;
  customer: CustomerTable;
  draft: DraftTable;
  claim: ClaimTable;
  upload: UploadTable;
  document: DocumentTable;
  idempotency: IdempotencyTable;
  stream: StreamTable;
  event: EventTable;
  conversation: ConversationTable;
  staff_presence: PresenceTable;
  offer: OfferTable;
  callback: CallbackTable;
  conversation_note: ConversationNoteTable;
  conversation_file: ConversationFileTable;
  call_recording: CallRecordingTable;
  proposal: ProposalTable;
  message: MessageTable;
  job: JobTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  staff_attempt: StaffAttemptTable;
  audit: AuditTable;
  appointment: AppointmentTable;
  task: TaskTable;
  filed_event: FiledEventTable;
  hospital_record: HospitalRecordTable;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface SessionTable {
  id: string;
  /** SHA-256 of the cookie's token. */
  token_hash: string;
  customer_id: string | null;
  created_at: number;
  seen_at: number;
  expires_at: number;
}

export interface SignInCodeTable {
  id: string;
  phone_index: string;
  /** Keyed fingerprint of id and code: six digits would be guessed from a plain hash. */
  code_index: string;
  tries: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

export interface CustomerTable {
  id: string;
  phone_index: string;
  phone_sealed: string;
  /** JSON `{ ref, name, bornOn, isInHardship, cardOnFile, policies }` of the insurer's answer, sealed; null: unknown to it. */
  profile_sealed: string | null;
  profile_at: number | null;
  /** What the person chose, as in the cookie: `senior.3.high`; null: never chose. */
  display: string | null;
  created_at: number;
}

export interface DraftTable {
  id: string;
  owner: string;
  flow: string;
  flow_version: number;
  version: number;
  state: 'open' | 'submitted';
  answers_sealed: string;
  /** JSON: field → actor. */
  written_by: string;
  /** JSON: field → where the accepted answer was known from; null: the customer gave all of them. */
  sources?: string | null;
  /** In which it was last worked on: `zh-CN` or `en`; null: Chinese. */
  lng?: string | null;
  created_at: number;
  updated_at: number;
}

/** A file on its way (tus). Its id becomes the document's id. */
export interface UploadTable {
  id: string;
  owner: string;
  draft_id: string;
  field: string;
  filename_sealed: string;
  file_type: string;
  bytes: number;
  /** `open` until whole, `whole` until made into a document, then `done`. */
  state: 'open' | 'whole' | 'done';
  /** The document that the very same bytes had made before; this upload makes none. */
  same_as: string | null;
  /** A lock with an end, for several processes. */
  lock_by: string | null;
  lock_until: number | null;
  created_at: number;
  updated_at: number;
}

export interface DocumentTable {
  id: string;
  owner: string;
  draft_id: string;
  claim_id: string | null;
  field: string;
  /** `checking`: here, and waits for the virus scanner. */
  state: 'received' | 'checking' | 'rejected';
  reason: string | null;
  /** Keys in object storage; null when rejected. */
  full_key: string | null;
  thumb_key: string | null;
  bytes: number;
  width: number | null;
  height: number | null;
  /** Keyed fingerprint of the photo, to notice the same one twice. */
  photo_index: string | null;
  /** What was read from it (PaperReading); null until then. */
  reading_sealed: string | null;
  /** What a recording plays as, and how long it is; null for photos. */
  media_type: string | null;
  seconds: number | null;
  /** Pages of a PDF; null: one. How far its owner turned it, quarters clockwise; null: as it came. */
  pages?: number | null;
  quarters?: number | null;
  /** When its owner said that it stays as it is, whatever was remarked on it. */
  left_at?: number | null;
  created_at: number;
}

export interface IdempotencyTable {
  owner: string;
  key: string;
  /** Keyed fingerprint of method, path and body. */
  request_index: string;
  status: number;
  answer_sealed: string;
  created_at: number;
}

export interface StreamTable {
  id: string;
  kind: 'conversation' | 'claim' | 'draft';
  last_seq: number;
  created_at: number;
  /** By the database's own clock: when it last grew. */
  changed_at: number;
}

export interface EventTable {
  stream_id: string;
  seq: number;
  client_id: string;
  kind: string;
  actor: string;
  /** JSON, sealed for `event.body_sealed.<stream id>.<client id>`. */
  body_sealed: string;
  body_index: string;
  at: number;
}

/** The transactional outbox: written with the change that it tells of, sent by a job. */
export interface MessageTable {
  id: string;
  channel: 'sms' | 'wechat';
  purpose: string;
  to_index: string;
  to_sealed: string;
  /** Null once a code was sent in production: nobody needs it again. */
  text_sealed: string | null;
  /** The language of the text. Null: Chinese. */
  lng: string | null;
  created_at: number;
  sent_at: number | null;
  failed_at: number | null;
}

export interface JobTable {
  id: string;
  kind: string;
  /** The row that it is about. */
  subject: string;
  run_at: number;
  attempts: number;
  lease_until: number | null;
  done_at: number | null;
  last_error: string | null;
  created_at: number;
}

export interface StaffTable {
  id: string;
  username: string;
  display_name: string;
  role: 'agent' | 'counter' | 'supervisor';
  password_hash: string;
  disabled_at: number | null;
  /** Where customers reach them, and when; null: the hotline and its hours. */
  phone?: string | null;
  hours?: string | null;
  /** JSON list beside Chinese: `lng:en`, `dialect:yue`, `flow:death`. */
  skills?: string | null;
  created_at: number;
}

export interface StaffSessionTable {
  id: string;
  token_hash: string;
  staff_id: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
}

/** Tries to sign in, counted per name and device, so that nobody can lock a colleague out. */
export interface StaffAttemptTable {
  id: string;
  username: string;
  device: string;
  at: number;
  is_success: number;
}

export interface AuditTable {
  id: string;
  at: number;
  actor_kind: 'customer' | 'staff' | 'system';
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  /** JSON without sensitive values. */
  detail: string;
}

/** One row for each claim whose person and day are known: two people may file the same event, and are told. */
export interface FiledEventTable {
  claim_id: string;
  /** Keyed fingerprint of insured person, kind and day. */
  event_index: string;
  customer_id: string;
  created_at: number;
}

/** What became of a stay that the insurer told of. The stay itself is in the customer's sealed profile. */
export interface HospitalRecordTable {
  id: string;
  customer_id: string;
  /** The insurer's id of the record. */
  record_ref: string;
  /** The draft begun from it. */
  draft_id: string | null;
  dismissed_at: number | null;
  created_at: number;
}
