import type { Answers } from '../flow/types.ts';
import type { ConversationState } from '../handoff/events.ts';
import type { QuarterFigures, Waits } from '../handoff/figures.ts';
import type { TakeReason } from '../handoff/take-reasons.ts';
import type { AgeBand } from '../lane/age.ts';
import type { CallbackState } from './callback.ts';
import type { Proposal, Receipts } from './conversation.ts';
import type { StaffHelpRequest, StaffRole } from './staff.ts';

export type PresenceState = 'available' | 'away';

export interface Presence {
  state: PresenceState;
  /** How many conversations at once, 1 to 8. */
  capacity: number;
  /** Conversations in hand. */
  active: number;
  /** `lng:en`, `dialect:yue`, `flow:death` … */
  skills: readonly string[];
  /** Why it went away by itself: two offers in a row were missed. */
  missedOffers?: true;
}

/** Why somebody stands where they stand: `rankAt` is `enqueuedAt` less the credit, and the queue is in its order. */
export interface QueueWhy {
  waitedSeconds: number;
  creditSeconds: number;
  rankAt: string;
}

export interface QueueRow extends Omit<StaffHelpRequest, 'state'> {
  state: ConversationState;
  wants: 'chat' | 'call';
  ageBand: AgeBand;
  needs: readonly string[];
  why: QueueWhy;
  /** A call-back at a chosen time that is not there yet: no place, position 0. */
  notBefore?: string;
  /** Names of who is being asked, and of who has it. */
  offeredToName?: string;
  takenByName?: string;
  /** It is this member's own. */
  isMine: boolean;
}

/** `GET /api/staff/queue` */
export interface StaffQueue {
  requests: readonly QueueRow[];
  /** Whom `take` would give this member now. */
  nextId?: string;
}

/** A conversation offered to this member. */
export interface StaffOffer {
  offerId: string;
  conversationId: string;
  expiresAt: string;
  wants: 'chat' | 'call';
  page: string;
  flow?: string;
  ageBand: AgeBand;
  lng: string;
  waitedSeconds: number;
}

/** One of this member's conversations in the list at the side. */
export interface DeskConversation {
  conversationId: string;
  customerName: string;
  wants: 'chat' | 'call';
  lastSeq: number;
  /** Messages of the customer that this member has not read. */
  unread: number;
  takenAt: string;
  mode: string;
  lng: string;
}

/** `event: desk` of `GET /api/staff/stream`, whole each time. */
export interface Desk {
  presence: Presence;
  offers: readonly StaffOffer[];
  conversations: readonly DeskConversation[];
  waiting: number;
  longestWaitSeconds: number;
}

export interface StaffNote {
  id: string;
  text: string;
  staffName: string;
  at: string;
}

/** The shared draft as staff see it: masked, with the fields that they may not propose. */
export interface SharedDraft {
  id: string;
  flow: string;
  version: number;
  answers: Answers;
  /** Fields that are masked in `answers`. */
  maskedFields: readonly string[];
  /** Consents, the payee and the account: the customer's alone. */
  customerOnly: readonly string[];
}

/** `GET /api/staff/conversations/:id`: nothing of it needs to be asked again (H4). */
export interface ConversationContext {
  conversationId: string;
  state: ConversationState;
  wants: 'chat' | 'call';
  page: string;
  step?: string;
  flow?: string;
  mode: string;
  lng: string;
  needs: readonly string[];
  /** Ways of answering and codes of errors, the last one at the end: `src/domain/handoff/tried.ts`. */
  tried: readonly string[];
  asked: number;
  customerName: string;
  maskedPhone?: string;
  ageBand: AgeBand;
  askedAt: string;
  takenAt?: string;
  takenByName?: string;
  isMine: boolean;
  draft?: SharedDraft;
  proposals: readonly Proposal[];
  claims: readonly { id: string; number: string; flow: string; status: string }[];
  notes: readonly StaffNote[];
  receipts: Receipts;
  lastSeq: number;
  callback?: {
    id: string;
    state: CallbackState;
    at?: string;
    maskedPhone: string;
    tries: number;
  };
}

/** Of one age group since `since`. */
export interface WaitFigures extends Waits {
  ageBand: AgeBand | 'all';
}

/** `GET /api/staff/queue/figures`, for supervisors. */
export interface QueueFigures {
  since: string;
  available: number;
  /** Conversations that could be taken at once. */
  slots: number;
  groups: readonly WaitFigures[];
  /** Takings before somebody's turn since then: how often, how many stood before them, and why. */
  picked: {
    times: number;
    overtaken: number;
    reasons: readonly { reason: TakeReason; times: number }[];
  };
  quarters: readonly QuarterFigures[];
}

/** A call-back that nobody could reach: `GET /api/staff/callbacks?state=left`. */
export interface StaffCallback {
  id: string;
  conversationId: string;
  state: CallbackState;
  at?: string;
  maskedPhone: string;
  customerName: string;
  tries: readonly { at: string; outcome: string; staffName: string }[];
}

/** Somebody to hand a conversation to: `GET /api/staff/colleagues`. */
export interface Colleague {
  id: string;
  displayName: string;
  role: StaffRole;
  state: PresenceState;
  /** Seen within the last seconds. */
  isThere: boolean;
  /** How many more they could take. */
  room: number;
  skills: readonly string[];
}
