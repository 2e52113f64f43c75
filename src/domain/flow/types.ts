/**
 * A claim as data. A flow holds no words (they live in `locales/<lng>/claims/<id>.json`, keyed by the ids
 * here), no looks, and no functions but `when` and `migrations`.
 */

/** An answer as it is stored and sent: dates are `YYYY-MM-DD`, money is integer 分, photos are document ids. */
export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

/** What a person answers when they cannot know: offered only where a field says `allowUnknown`. */
export const UNKNOWN = 'unknown';

export interface DateField {
  kind: 'date';
  /** The latest day allowed. */
  notAfter?: 'today';
  /** Another date field of the same flow that this one may not precede. */
  notBefore?: string;
}
export interface YesNoField {
  kind: 'yesNo';
}
export interface ChoiceField {
  kind: 'choice';
  options: readonly string[];
}
export interface AmountField {
  kind: 'amount';
  /** Largest amount believed, in 分. */
  maxFen: number;
  allowUnknown?: boolean;
}
export interface PersonNameField {
  kind: 'personName';
}
export interface BankCardField {
  kind: 'bankCard';
}
export interface PhotosField {
  kind: 'photos';
  max: number;
}
/** Consent of its own to one kind of sensitive data (P-29). The version is that of the text agreed to. */
export interface ConsentField {
  kind: 'consent';
  /** The id sent with the claim: `health-data`, `bank-data`. */
  consent: string;
  version: number;
}

export type FieldSpec =
  | DateField
  | YesNoField
  | ChoiceField
  | AmountField
  | PersonNameField
  | BankCardField
  | PhotosField
  | ConsentField;
export type FieldKind = FieldSpec['kind'];

export interface Step {
  id: string;
  /** Steps of one section share a page in standard mode. */
  section: string;
  /** Fields asked here, in order. Senior mode shows one step a page. */
  ask: readonly string[];
  /** Sees only answers given before it on the same path. */
  when?: (answers: Answers) => boolean;
  /** The step cannot be shown before we know who this is: sign-in comes here and returns here. */
  needs?: 'customer';
}

export interface Flow {
  id: string;
  version: number;
  fields: Readonly<Record<string, FieldSpec>>;
  steps: readonly Step[];
  /** `migrations[n]` turns answers of version n + 1 into answers of version n + 2. */
  migrations: readonly ((answers: Answers) => Answers)[];
}
