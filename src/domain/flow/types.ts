/**
 * A claim as data. A flow holds no words (they live in `locales/<lng>/claims/<id>.json`, keyed by the ids
 * here), no looks, and no functions but `when` and `migrations`.
 */

/** An answer as it is stored and sent: dates are `YYYY-MM-DD`, money is integer 分, photos are document ids. */
export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

/** What a person answers when they cannot know: offered only where a field says `allowUnknown`. */
export const UNKNOWN = 'unknown';
/** "Ask me later": the claim goes on without it and we come back to it. Offered where a field says `allowLater`. */
export const LATER = 'later';

/**
 * What a person can do with a paper that they do not photograph (E5, C4): `none` is "I do not have it". Each but
 * `none` becomes an appointment or a task that staff sees.
 */
export const paperWays = ['branch', 'visit', 'post', 'family', 'none'] as const;
export type PaperWay = (typeof paperWays)[number];

/** What every field may say beside its kind. */
export interface FieldBasics {
  /** "I do not know" is an answer: `UNKNOWN`. */
  allowUnknown?: boolean;
  /** "Ask me later" is an answer: `LATER`. */
  allowLater?: boolean;
  /** The fact (`domain/drafts/facts.ts`) that answers this where it is known already: asked is only for a yes (F5). */
  fact?: string;
  /** Needed only then: sees the answers given before it on the same path. Otherwise it is neither asked nor sent. */
  when?: (answers: Answers) => boolean;
}

export interface DateField extends FieldBasics {
  kind: 'date';
  /** The latest day allowed. */
  notAfter?: 'today';
  /** Another date field of the same flow, asked before, that this one may not precede. */
  notBefore?: string;
  /** What is said when it does; `date-before-other` where nothing is named. */
  beforeCode?: 'date-before-accident' | 'date-before-admission';
  /** The day on which cover must stand: where it did not, the customer is told and a person looks. */
  isEventDay?: boolean;
}
export interface YesNoField extends FieldBasics {
  kind: 'yesNo';
}
export interface ChoiceField extends FieldBasics {
  kind: 'choice';
  options: readonly string[];
}
export interface AmountField extends FieldBasics {
  kind: 'amount';
  /** Largest amount believed, in 分. */
  maxFen: number;
}
export interface PersonNameField extends FieldBasics {
  kind: 'personName';
}
export interface BankCardField extends FieldBasics {
  kind: 'bankCard';
}
export interface PhotosField extends FieldBasics {
  kind: 'photos';
  max: number;
  /** It may be left out without a word. */
  isOptional?: boolean;
  /** Instead of photos a way (`paperWays`) may be answered. */
  hasWays?: boolean;
}
/** Free words, written or spoken: a last resort. */
export interface TextField extends FieldBasics {
  kind: 'text';
  maxLength: number;
  isOptional?: boolean;
  /** Filled by what was heard of a recording and said yes to, and never asked by itself. */
  isHeard?: boolean;
}
/** One recording of the customer's own words, sound or picture and sound (E6). Beside a question, always optional. */
export interface StatementField extends FieldBasics {
  kind: 'statement';
}
/** A resident ID number of 18 characters with its check digit; 15 digits are told apart. */
export interface IdNumberField extends FieldBasics {
  kind: 'idNumber';
}
/** A mobile number of 11 digits. */
export interface PhoneField extends FieldBasics {
  kind: 'phone';
}
/** Whose policy it is about: the id of an insured person of the customer's policies, or `other`. */
export interface InsuredField extends FieldBasics {
  kind: 'insured';
  /** Never the customer: who has died does not file, and the money is others'. */
  isNotSelf?: boolean;
}
/** One of the key matters (P6). The answer is `yesTo(spec, before)`: a yes holds only for what it was said to. */
export interface MatterField extends FieldBasics {
  kind: 'matter';
  /** Version of its text. */
  version: number;
  /** The fields whose answers it puts before the customer. */
  shows: readonly string[];
}
/** Consent of its own to one kind of sensitive data (P-29). The version is that of the text agreed to. */
export interface ConsentField extends FieldBasics {
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
  | ConsentField
  | TextField
  | StatementField
  | IdNumberField
  | PhoneField
  | InsuredField
  | MatterField;
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
  /** A screen of its own instead of the questions one below the other: `papers` (C3) or `matters` (P6). */
  screen?: 'papers' | 'matters';
}

export interface Flow {
  id: string;
  version: number;
  /** Who answers a question about it should know how to speak about it: such a member of staff is looked for first. */
  needsSkill?: true;
  fields: Readonly<Record<string, FieldSpec>>;
  steps: readonly Step[];
  /** `migrations[n]` turns answers of version n + 1 into answers of version n + 2. */
  migrations: readonly ((answers: Answers) => Answers)[];
}
