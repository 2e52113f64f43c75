import type { Answers, AnswerValue } from '../flow/types.ts';

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
}

export interface DraftDocument {
  /** The upload's id: what a photos answer holds. */
  id: string;
  field: string;
  state: DocumentState;
  reason?: DocumentReason;
}

/** `received`: stored and legible to us; `rejected`: we have it and cannot use it, see the reason. */
export type DocumentState = 'received' | 'rejected';
export type DocumentReason = 'not-a-photo' | 'too-large' | 'cannot-open';

export interface DraftChange {
  field: string;
  /** null takes the answer away. */
  value: AnswerValue | null;
}
