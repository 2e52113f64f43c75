import type { Answers } from '../flow/types.ts';
import type { LaneReason } from '../lane/decide-lane.ts';
import type { Lane } from '../lane/rules.ts';
import type { DocumentReason, DocumentState } from './draft.ts';

/** Where a claim stands. Later kinds (decided, paid, refused, withdrawn) come with the claim as a whole. */
export type ClaimStatus = 'received' | 'in-review' | 'approved' | 'paid' | 'refused' | 'withdrawn';

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
}

export interface Claim extends ClaimReceipt {
  flow: string;
  flowVersion: number;
  status: ClaimStatus;
  submittedAt: string;
  timeline: readonly { at: string; kind: string; actor: string }[];
  documents: readonly { id: string; kind: string; state: DocumentState; reason?: DocumentReason }[];
  /** The answers sent, with bank card numbers masked. */
  answers: Answers;
}
