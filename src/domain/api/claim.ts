import type { Answers } from '../flow/types.ts';
import type { LaneReason } from '../lane/decide-lane.ts';
import type { Lane } from '../lane/rules.ts';
import type { Appointment } from './appointment.ts';
import type { DocumentReason, DocumentState, MediaKind } from './draft.ts';
import type { PayablePolicy } from './policy.ts';

/** Where a claim stands. `reopened`: a review by another person was asked for after a decision (C10). */
export type ClaimStatus =
  | 'received'
  | 'in-review'
  | 'papers-needed'
  | 'approved'
  | 'partly-approved'
  | 'refused'
  | 'paid'
  | 'withdrawn'
  | 'reopened';

/** Steps of a claim as the customer sees them, in order (C7). Words: `status.json` under `steps.<id>`. */
export interface ClaimStep {
  id: 'received' | 'papers' | 'review' | 'decision' | 'payment' | 'closed';
  state: 'done' | 'now' | 'next';
  /** When it was done. */
  at?: string;
  /** By when it will be, at the latest. */
  by?: string;
  isLate?: boolean;
}

/** Who decided what, and why. A refusal, whole or in part, always has a person, a clause and plain words (C9, C10). */
export interface ClaimDecision {
  outcome: 'approved' | 'partly-approved' | 'refused';
  amountFen?: number;
  /** The clause of the contract, as it is named there. */
  clause?: string;
  /** Plain words of the person who decided; for a machine's approval absent. */
  words?: string;
  decidedAt: string;
  decidedBy: { kind: 'machine' } | { kind: 'staff'; name: string };
  /** The law's last day to pay (L-23p). */
  payBy?: string;
}

/** A paper asked for afterwards: once, complete, each with its reason (L-22, C4). */
export interface NeededPaper {
  /** A photos field of the flow. */
  field: string;
  reason: string;
  isHere: boolean;
}

export interface ClaimPayment {
  method: string;
  amountFen: number;
  state: 'waiting' | 'held' | 'paid';
  paidAt?: string;
  /** A changed account: not before then, and not before the call (P4). */
  heldUntil?: string;
}

export interface ClaimReceipt {
  id: string;
  /** What is said on the phone: `SL` and digits in groups, with a check digit. */
  number: string;
  lane: Lane;
  laneReasons: readonly LaneReason[];
  ruleVersion: string;
  promiseBy: string;
  clocks: readonly { kind: string; dueAt: string }[];
  withdrawUntil: string;
}

export interface ClaimSummary {
  id: string;
  number: string;
  flow: string;
  status: ClaimStatus;
  submittedAt: string;
  promiseBy: string;
  isLate?: boolean;
}

export interface Claim extends ClaimReceipt {
  flow: string;
  flowVersion: number;
  status: ClaimStatus;
  submittedAt: string;
  timeline: readonly { at: string; kind: string; actor: string }[];
  documents: readonly {
    id: string;
    kind: string;
    state: DocumentState;
    reason?: DocumentReason;
    media?: MediaKind;
    seconds?: number;
    /** Of a PDF; absent: one. */
    pages?: number;
    turned?: number;
  }[];
  /** The answers sent, with bank card numbers masked. */
  answers: Answers;
  steps: readonly ClaimStep[];
  decision?: ClaimDecision;
  neededPapers?: readonly NeededPaper[];
  payment?: ClaimPayment;
  policies: readonly PayablePolicy[];
  appointments: readonly Appointment[];
  /** One person from report to payment (G6). */
  inCharge?: { name: string; phone: string; hours: string };
  /** What the customer may do now; the server holds to it. */
  can: { withdraw: boolean; proceed: boolean; askReview: boolean; sendPapers: boolean };
  /** Its draft: open again after it was withdrawn, or taking the photos of papers that were asked for. */
  draftId?: string;
  isLate: boolean;
}
