import type { ReactNode } from 'react';
import type { AnswerValue } from '#domain/flow/types.ts';

/** Where the question is that staff speak of, seen from the page that is open. */
export type WhereAsked =
  /** On this page, with a place of its own for what staff say of it. */
  | { at: 'question' }
  /** On this page, among others. */
  | { at: 'page' }
  | { at: 'away'; href: string }
  /** Not asked yet, or not at all with these answers. */
  | { at: 'later' };

export interface HelpLineProps {
  /** The short name of a question. */
  nameOf: (field: string) => string;
  whereIs: (field: string) => WhereAsked;
  /** An answer in words. */
  say: (field: string, value: AnswerValue) => string;
}

/** How far an accepted value has come. */
export type Taken =
  /** The server has it, in this version of the draft. */
  | { state: 'saved'; version: number }
  /** Another device answered otherwise meanwhile: both stand side by side and wait for a choice. */
  | { state: 'conflict' }
  /** The server has another answer: somebody has changed it since. */
  | { state: 'other' };

export interface HelpFieldProps {
  field: string;
  name: string;
  /** What is answered now. */
  present: AnswerValue | undefined;
  /** The present answer is one that staff proposed and the customer took. */
  isTaken: boolean;
  say: (value: AnswerValue) => string;
  /** Makes it the customer's answer, at once and on the phone; without a signal too. */
  onTake: (value: AnswerValue) => void;
  /** Resolves once the server has what is on the phone. @throws OfflineError, ApiError */
  saved: (value: AnswerValue) => Promise<Taken>;
}

/** Help with the form by staff who see it too (H8): what they say stands above the question, and a line leads to it. */
export interface HelpSlot {
  line: (props: HelpLineProps) => ReactNode;
  field: (props: HelpFieldProps) => ReactNode;
}
