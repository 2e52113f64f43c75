import type { Answers } from '../flow/types.ts';
import type { Claim, ClaimSummary } from './claim.ts';

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
}

/** A claim as staff see it: the server masks, the page never holds what it may not show. */
export interface StaffClaim extends Claim {
  customerName: string;
  maskedPhone: string;
  /** Fields of `answers` that are masked and may be shown for a reason. */
  maskedFields: readonly string[];
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
