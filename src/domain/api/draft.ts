import type { FactSource, KnownFact } from '../drafts/facts.ts';
import type { Answers, AnswerValue } from '../flow/types.ts';
import type { PaperReading } from '../papers/read/types.ts';
import type { Insured, NotPaying, PayablePolicy } from './policy.ts';

export type Actor = 'customer' | 'staff' | 'family';

export interface Draft {
  id: string;
  flow: string;
  flowVersion: number;
  /** Goes up by one with every change. */
  version: number;
  answers: Answers;
  writtenBy: Readonly<Record<string, Actor>>;
  /** The photos attached to it, whatever answer names them. */
  documents: readonly DraftDocument[];
  /** The business day by the server's clock: a phone's clock may be a year off. */
  today: string;
  /** What is known before it is asked (F5), as of this answer; empty before sign-in. */
  known?: readonly KnownFact[];
  /** The customer and whom else they may claim for; absent before sign-in. */
  insureds?: readonly Insured[];
  /** The policies that pay for this event; absent before sign-in. */
  policies?: readonly PayablePolicy[];
  /** The policies that would, were the day another one: said plainly, and a person looks. */
  notPaying?: readonly NotPaying[];
  /** Where accepted answers came from; what the customer gave freely is not listed. */
  sources?: Readonly<Record<string, FactSource>>;
  /** Another person of the family filed the same event: said plainly, never refused. */
  isAlsoFiled?: boolean;
}

export interface DraftDocument {
  /** The upload's id: what a photos answer holds. */
  id: string;
  field: string;
  state: DocumentState;
  reason?: DocumentReason;
  /** What the paper says; absent until it is read, and for ever where it cannot be. Nothing waits for it. */
  reading?: PaperReading;
  /** A recording, and how long it is, in seconds; absent for photos. */
  media?: MediaKind;
  seconds?: number;
  /** Pages of a PDF; absent: one. */
  pages?: number;
  /** How far it was turned, quarters clockwise, 1 to 3: its pictures are others then. */
  turned?: number;
  /** Its owner leaves it as it is, whatever was remarked on it: nobody asks again. */
  isLeft?: boolean;
}

/** What a recording is: played by one's ear, or by eye and ear. */
export type MediaKind = 'audio' | 'video';

/**
 * `received`: stored and legible to us; `checking`: stored, and looked through before anybody opens it, the claim goes
 * on; `unreadable`: we have it, and nothing on it could be read: another photo helps, a person looks at this one all the
 * same; `rejected`: we have it and cannot use it, see the reason.
 * Reasons with `received` are advice and stop nobody: `other-paper`, it is certainly another paper than the one asked
 * for; `next-page`, the paper itself says that it goes on, and the other pages are not here.
 */
export type DocumentState = 'received' | 'checking' | 'unreadable' | 'rejected';
export type DocumentReason =
  | 'not-a-photo'
  | 'cannot-read'
  | 'other-paper'
  | 'next-page'
  | 'too-large'
  | 'cannot-open'
  | 'not-a-recording'
  | 'too-long'
  /** A PDF that asks for a password, or has more pages than are taken. */
  | 'pdf-locked'
  | 'pdf-too-long'
  /** The virus scanner found something in it. */
  | 'infected';

export interface DraftChange {
  field: string;
  /** null takes the answer away. */
  value: AnswerValue | null;
  /** The customer said yes to what was known: from where. */
  from?: FactSource;
}
