import type { ClaimReceipt } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { FactSource } from '#domain/drafts/facts.ts';
import type { Conflict } from '#domain/drafts/kept-claim.ts';
import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';
import type { ValidationContext } from '#domain/flow/validate.ts';
import { serverDay } from '#platform/storage/server-day.ts';
import type { KeepPlace } from './claim-keeper.ts';

export type SaveState = 'saved' | 'saving' | 'waiting';

/** Pressed without a signal: `waiting` until there is one, then `ask` for one more yes. */
export type Outbox = 'waiting' | 'ask';

/** Two answers to one field stand side by side: which of them holds is the person's to say, before anything is sent. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  constructor(readonly fields: readonly string[]) {
    super('conflict');
  }
}

export interface ClaimState {
  status: 'loading' | 'ready' | 'failed';
  /** Why it cannot be opened at all, in the server's words: a draft from long ago, which a person takes on. */
  refusal?: string;
  /** As the server last said; without an id until it has made one. */
  draft?: Draft;
  /** What is on screen: the draft's answers with every change since, saved or not. */
  answers: Answers;
  save: SaveState;
  /** Where the answers lie until the server has them. */
  place: KeepPlace;
  /** The same draft was changed on another device; both sides' fields were kept. */
  wasChangedElsewhere: boolean;
  /** It was sent from another device: this is a new one. */
  wasSentElsewhere: boolean;
  /** So many photos lay on this phone when it was sent elsewhere: they are not part of it, and are gone from here. */
  leftBehind: number;
  conflicts: Readonly<Record<string, Conflict>>;
  outbox?: Outbox;
  open: () => Promise<void>;
  /** @param from where it was known from, when the customer said yes to it instead of giving it freely */
  answer: (field: string, value: AnswerValue | null, from?: FactSource) => void;
  /** Changes a list of documents; what another tab has added to it or taken away stays so. */
  amend: (field: string, before: readonly string[], after: readonly string[]) => void;
  /** Takes one of two answers that were given on two devices. */
  choose: (field: string, which: 'mine' | 'theirs') => void;
  /** Looks again at what the server knows: after sign-in, and once papers were read. Changes no answer. */
  refresh: () => Promise<void>;
  /** Finds out which draft this is now: the one in hand may have been sent from another device. @throws OfflineError, ApiError */
  meet: () => Promise<void>;
  /** Resolves when the server has every change. @throws OfflineError, ApiError */
  saveNow: () => Promise<void>;
  /**
   * Sends the claim once, however often it is called. Without a signal the wish is kept, and asked for again when
   * there is one.
   * @throws OfflineError, ConflictError, ApiError with the fields at fault
   */
  submit: () => Promise<ClaimReceipt>;
  /** Nothing is kept or sent from here any more. */
  close: () => void;
}

/** What the rules are checked against: the server's day, since a phone's clock may be a year off. */
export function contextOf(draft: Draft | undefined): ValidationContext {
  return {
    today: draft?.today ?? serverDay(),
    insureds: draft?.insureds?.map(({ id }) => id),
  };
}

/** What pages work with before the server has made a draft. */
export const localDraft = (flow: Flow): Draft => ({
  id: '',
  flow: flow.id,
  flowVersion: flow.version,
  version: 0,
  answers: {},
  writtenBy: {},
  documents: [],
  today: serverDay(),
});
