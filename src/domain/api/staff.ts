import type { PaperReading } from '../papers/read/types.ts';
import type { Answers } from '../flow/types.ts';
import type { PersonReason } from '../lane/assess.ts';
import type { AlertKind } from '../lane/clocks.ts';
import type { Claim, ClaimDecision, ClaimSummary } from './claim.ts';

export type StaffRole = 'agent' | 'counter' | 'supervisor';

export interface StaffMember {
  id: string;
  username: string;
  displayName: string;
  role: StaffRole;
}

export interface StaffClaimSummary extends ClaimSummary {
  customerName: string;
  lane: string;
  /** What staff have to do; absent: nothing now. */
  task?: StaffClaimTask;
  /** What has raised it, the most urgent first. */
  alerts?: readonly AlertKind[];
  /** Name of who is in charge. */
  inChargeName?: string;
}

export type StaffClaimTask = 'decide' | 'call-payee' | 'pay-out';

/** Which claims staff look at; each list has the late ones first. */
export const staffClaimLists = ['all', 'to-do', 'late', 'mine'] as const;
export type StaffClaimList = (typeof staffClaimLists)[number];

export type DecisionOutcome = ClaimDecision['outcome'];
export type PayoutCallOutcome = 'confirmed' | 'not-reached' | 'denied';

/** What staff see of a claim beside what its customer sees, and what this member may do with it now. */
export interface ClaimDesk {
  task?: StaffClaimTask;
  /** How it was judged without a person. */
  assessment?: { outcome: 'approve' | 'person'; reasons: readonly PersonReason[]; at: string };
  alerts: readonly { kind: AlertKind; at: string }[];
  decisions: readonly ClaimDecision[];
  reviews: readonly { askedAt: string }[];
  /** What the policies that pay for it come to, 分; absent where one knows no sum. */
  limitFen?: number;
  /** What went before: a later decision cannot be less. */
  paidFen: number;
  claimedFen?: number;
  /** The papers of its list: nothing else may be asked for (L-22). */
  paperFields: readonly string[];
  calls: readonly { at: string; by: string; outcome: PayoutCallOutcome }[];
  audit: readonly { at: string; who: string; action: string; detail: string }[];
  may: {
    decide: boolean;
    askPapers: boolean;
    takePapers: boolean;
    callPayee: boolean;
    payOut: boolean;
    takeCharge: boolean;
  };
  /** Why they may not decide though their role may: they decided before, and another person looks again. */
  isForAnother: boolean;
  plainWordsMin: number;
  clauseMin: number;
}

/** A claim as staff see it: the server masks, the page never holds what it may not show. */
export interface StaffClaim extends Claim {
  customerName: string;
  maskedPhone: string;
  /** Fields of `answers` that are masked and may be shown for a reason. */
  maskedFields: readonly string[];
  desk: ClaimDesk;
  /** What was read from its photos, numbers of cards masked and addresses left out. */
  readings?: readonly { documentId: string; reading: PaperReading }[];
}

export type UnmaskReason = 'payment-check' | 'customer-asked' | 'document-mismatch' | 'complaint';

export interface UnmaskedField {
  field: string;
  value: Answers[string];
}

export interface StaffHelpRequest {
  conversationId: string;
  state: string;
  position: number;
  page: string;
  step?: string;
  flow?: string;
  mode: string;
  lng: string;
  customerName?: string;
  maskedPhone?: string;
  enqueuedAt: string;
  /** How often the customer asked again. */
  asked: number;
}
