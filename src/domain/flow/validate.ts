import { isDay } from '../time/is-day.ts';
import { idProblem } from './id-number.ts';
import {
  LATER,
  paperWays,
  UNKNOWN,
  type Answers,
  type AnswerValue,
  type FieldSpec,
} from './types.ts';
import { yesTo } from './yes-to.ts';

/** What can be wrong with one answer. Words: `locales/<lng>/problems.json`. The codes are part of the API. */
export type ProblemCode =
  | 'required'
  | 'wrong-type'
  | 'date-invalid'
  | 'date-in-future'
  | 'date-before-birth'
  | 'date-before-other'
  | 'date-before-accident'
  | 'date-before-admission'
  | 'date-too-early'
  | 'choice-unknown'
  | 'amount-too-small'
  | 'amount-too-large'
  | 'name-too-long'
  | 'name-characters'
  | 'card-length'
  | 'card-check-digit'
  | 'photos-none'
  | 'photos-too-many'
  | 'text-too-long'
  | 'id-length'
  | 'id-fifteen'
  | 'id-check-digit'
  | 'id-birth-date'
  | 'phone-invalid'
  | 'insured-unknown'
  | 'matter-open'
  | 'consent-needed';

export interface ValidationContext {
  /** The business day in Asia/Shanghai, `YYYY-MM-DD`: from the server's clock, never the phone's alone. */
  today: string;
  /** The customer's day of birth where it is known, `YYYY-MM-DD`. */
  bornOn?: string;
  /** Ids of the insured persons whom the customer may claim for; absent: not known yet, any is believed. */
  insureds?: readonly string[];
}

/** What is answered for an insured person whom no policy of the customer names: goes to a person, never nowhere. */
export const OTHER_INSURED = 'other';

/** No claim is believed to reach further back; older ones go to a person. */
export const EARLIEST_DAY = '1900-01-01';
/** Longest name: minority names reach past 20 characters with middle dots; the ID card's own limit is unknown. */
export const NAME_MAX = 50;

/** Luhn's check, as every bank card number carries it (ISO/IEC 7812-1). */
export function hasLuhnCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let n = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) n = n > 4 ? n * 2 - 9 : n * 2;
    sum += n;
  }
  return sum % 10 === 0;
}

function dateProblem(
  spec: Extract<FieldSpec, { kind: 'date' }>,
  value: AnswerValue,
  before: Answers,
  context: ValidationContext,
): ProblemCode | undefined {
  if (typeof value !== 'string') return 'wrong-type';
  if (!isDay(value)) return 'date-invalid';
  if (spec.notAfter === 'today' && value > context.today) return 'date-in-future';
  if (context.bornOn && value < context.bornOn) return 'date-before-birth';
  if (value < EARLIEST_DAY) return 'date-too-early';
  const other = spec.notBefore ? before[spec.notBefore] : undefined;
  // "I do not know" and "later" compare with nothing.
  if (typeof other !== 'string' || !isDay(other) || value >= other) return undefined;
  return spec.beforeCode ?? 'date-before-other';
}

function nameProblem(value: AnswerValue): ProblemCode | undefined {
  if (typeof value !== 'string') return 'wrong-type';
  const name = value.trim();
  if (name === '') return 'required';
  if ([...name].length > NAME_MAX) return 'name-too-long';
  // Letters of any script, marks, the middle dot of minority names (and its look-alikes), space, hyphen, apostrophe.
  return /^[\p{L}\p{M}][\p{L}\p{M}·•‧・. '’-]*$/u.test(name) ? undefined : 'name-characters';
}

function cardProblem(value: AnswerValue): ProblemCode | undefined {
  if (typeof value !== 'string') return 'wrong-type';
  if (!/^\d{12,19}$/.test(value)) return 'card-length';
  return hasLuhnCheckDigit(value) ? undefined : 'card-check-digit';
}

function photosProblem(
  { max, hasWays }: Extract<FieldSpec, { kind: 'photos' }>,
  value: AnswerValue,
): ProblemCode | undefined {
  if (hasWays && paperWays.some((way) => way === value)) return undefined;
  if (!Array.isArray(value) || value.some((id) => typeof id !== 'string')) return 'wrong-type';
  if (value.length === 0) return 'photos-none';
  return value.length > max ? 'photos-too-many' : undefined;
}

/** The one recording of a statement, by the id of its document. */
const isOneId = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 1 &&
  typeof value[0] === 'string' &&
  value[0].length <= 100;

function amountProblem(value: AnswerValue, maxFen: number): ProblemCode | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'wrong-type';
  if (value < 1) return 'amount-too-small';
  return value > maxFen ? 'amount-too-large' : undefined;
}

/**
 * The one thing wrong with an answer, or nothing. Pure: today and the day of birth come in.
 * @param before answers given earlier on the same path, for comparisons between dates
 */
export function validateField(
  spec: FieldSpec,
  value: AnswerValue | undefined,
  before: Answers,
  context: ValidationContext,
): ProblemCode | undefined {
  if (value === undefined && spec.kind === 'statement') return undefined;
  if (value === undefined || value === '') {
    if ('isOptional' in spec && spec.isOptional) {
      // Left out is fine; no words where photos belong is not what a draft keeps.
      return value === undefined || spec.kind === 'text' ? undefined : 'wrong-type';
    }
    if (spec.kind === 'photos') return 'photos-none';
    if (spec.kind === 'matter') return 'matter-open';
    return spec.kind === 'consent' ? 'consent-needed' : 'required';
  }
  if ((spec.allowUnknown && value === UNKNOWN) || (spec.allowLater && value === LATER)) {
    return undefined;
  }
  switch (spec.kind) {
    case 'date':
      return dateProblem(spec, value, before, context);
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : 'wrong-type';
    case 'choice':
      if (typeof value !== 'string') return 'wrong-type';
      return spec.options.includes(value) ? undefined : 'choice-unknown';
    case 'amount':
      return amountProblem(value, spec.maxFen);
    case 'personName':
      return nameProblem(value);
    case 'bankCard':
      return cardProblem(value);
    case 'photos':
      return photosProblem(spec, value);
    case 'statement':
      return isOneId(value) ? undefined : 'wrong-type';
    case 'text':
      if (typeof value !== 'string') return 'wrong-type';
      if (value.trim() === '') return spec.isOptional ? undefined : 'required';
      return [...value].length > spec.maxLength ? 'text-too-long' : undefined;
    case 'idNumber':
      return typeof value === 'string' ? idProblem(value, context.today) : 'wrong-type';
    case 'phone':
      if (typeof value !== 'string') return 'wrong-type';
      return /^1[3-9]\d{9}$/.test(value) ? undefined : 'phone-invalid';
    case 'insured':
      if (typeof value !== 'string') return 'wrong-type';
      if (value === OTHER_INSURED || !context.insureds) return undefined;
      return context.insureds.includes(value) ? undefined : 'insured-unknown';
    case 'matter':
      return value === yesTo(spec, before) ? undefined : 'matter-open';
    case 'consent':
      if (typeof value !== 'boolean') return 'wrong-type';
      return value ? undefined : 'consent-needed';
  }
}

/** Whether a value has the stored shape of its field, right or wrong: a draft keeps even what must be mended. */
export function hasShapeOf(spec: FieldSpec, value: unknown): value is AnswerValue {
  if ((spec.allowUnknown && value === UNKNOWN) || (spec.allowLater && value === LATER)) return true;
  switch (spec.kind) {
    case 'consent':
      return typeof value === 'boolean';
    case 'yesNo':
      return typeof value === 'boolean' || value === UNKNOWN || value === LATER;
    case 'text':
      return typeof value === 'string' && value.length <= 2000;
    case 'statement':
      return isOneId(value);
    case 'amount':
      return typeof value === 'number' || value === UNKNOWN || value === LATER;
    case 'photos':
      return (
        (spec.hasWays && paperWays.some((way) => way === value)) ||
        (Array.isArray(value) &&
          value.length <= 100 &&
          value.every((id) => typeof id === 'string' && id.length <= 100))
      );
    default:
      return typeof value === 'string' && value.length <= 200;
  }
}
