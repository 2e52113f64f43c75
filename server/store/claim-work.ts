import type { AlertKind } from '#domain/lane/clocks.ts';
import type { PersonReason } from '#domain/lane/assess.ts';

/** What was done with a claim, oldest first: one sealed document, because staff's words may tell of an illness. */
export interface ClaimWork {
  /** When the promise in force was made, ms. */
  promisedAt?: number;
  /** The customer needs no more time to take it back. */
  proceedAt?: number;
  /** They took it back. */
  withdrawnAt?: number;
  assessment?: StoredAssessment;
  decisions: readonly StoredDecision[];
  /** One list of papers asked for in each review (L-22). */
  rounds: readonly PaperRound[];
  reviews: readonly { askedAt: number }[];
  payments: readonly StoredPayment[];
}

/** How the assessment without a person ended: it approves, or says why a person looks. */
export interface StoredAssessment {
  at: number;
  outcome: 'approve' | 'person';
  reasons: readonly PersonReason[];
  ruleVersion: string;
}

/** A refusal, whole or in part, cannot be written without a person, a clause and words (C9, C10). */
export type StoredDecision = { at: number; review: number } & (
  | { outcome: 'approved'; amountFen: number; by: DecidedBy; words?: string }
  | {
      outcome: 'partly-approved';
      amountFen: number;
      by: StaffDecider;
      clause: string;
      words: string;
    }
  | { outcome: 'refused'; by: StaffDecider; clause: string; words: string }
);

export interface StaffDecider {
  kind: 'staff';
  id: string;
  name: string;
}
export type DecidedBy = StaffDecider | { kind: 'machine'; ruleVersion: string };

export interface PaperRound {
  askedAt: number;
  /** The member of staff, and how many reviews had been asked for then. */
  by: string;
  review: number;
  papers: readonly AskedPaper[];
  arrivedAt?: number;
}

export interface AskedPaper {
  field: string;
  reason: string;
  documents: readonly string[];
  /** It came, as photos or on paper to a branch. */
  isHere: boolean;
}

export interface StoredPayment {
  /** The id of the order to pay: the same order again has no second effect. */
  order: string;
  method: string;
  amountFen: number;
  agreedAt: number;
  /** `sending`: the insurer was asked and its answer is not known yet; `ready`: it lies ready to be handed out. */
  state: 'waiting' | 'held' | 'sending' | 'ready' | 'paid' | 'dropped';
  /** Not before then, and not before somebody said yes on the old number (P4). */
  heldUntil?: number;
  calls: readonly { at: number; by: string; outcome: PayoutCallOutcome }[];
  paidAt?: number;
}

export const payoutCallOutcomes = ['confirmed', 'not-reached', 'denied'] as const;
export type PayoutCallOutcome = (typeof payoutCallOutcomes)[number];

export interface StoredAlert {
  kind: AlertKind;
  at: number;
}

export const noWork: ClaimWork = { decisions: [], rounds: [], reviews: [], payments: [] };
