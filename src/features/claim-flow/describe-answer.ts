import type { Customer } from '#domain/api/customer.ts';
import type { Insured } from '#domain/api/policy.ts';
import { LATER, paperWays, UNKNOWN, type AnswerValue, type FieldSpec } from '#domain/flow/types.ts';
import { OTHER_INSURED } from '#domain/flow/validate.ts';
import { isDay } from '#domain/time/is-day.ts';
import type { ClaimWords } from './claim-words.ts';

/** `123456` 分 → `1,234.56`. */
export function yuan(fen: number, lng: string): string {
  return (fen / 100).toLocaleString(lng, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `6222021234567894` → `6222 0212 3456 7894`: read and compared in groups of four. */
export const inGroups = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** `13800000001` → `138 0000 0001`, as it is said. */
export const phoneInGroups = (digits: string) =>
  digits.replace(/^(\d{3})(\d{1,4})?(\d{1,4})?$/, (_, ...parts: (string | undefined)[]) =>
    parts
      .slice(0, 3)
      .filter((part) => part !== undefined)
      .join(' '),
  );

/** `11010119560312123X` → `110101 19560312 123X`: place, day of birth, the rest. */
export const idInGroups = (typed: string) =>
  [typed.slice(0, 6), typed.slice(6, 14), typed.slice(14)].filter(Boolean).join(' ');

/** Who is known besides: to say names where an answer holds an id. */
export interface People {
  customer?: Customer | null;
  insureds?: readonly Insured[];
}

/** What a person answered, as they would say it themselves: for the check page, where shown equals sent (F6). */
export function describeAnswer(
  field: string,
  spec: FieldSpec,
  value: AnswerValue | undefined,
  words: ClaimWords,
  { customer, insureds }: People = {},
): string {
  const { t, has, lng, day } = words;
  const key = `fields.${field}`;
  if (value === undefined || value === '') return t('answers.none');
  if (value === UNKNOWN)
    return t(has(`${key}.unknownShown`) ? `${key}.unknownShown` : 'answers.unknown');
  if (value === LATER) return t('answers.later');
  switch (spec.kind) {
    case 'date':
      return typeof value === 'string' && isDay(value) ? day(value) : String(value);
    case 'yesNo':
      if (value) return t(has(`${key}.yes`) ? `${key}.yes` : 'answers.yes');
      return t(has(`${key}.no`) ? `${key}.no` : 'answers.no');
    case 'consent':
      return t(value ? `${key}.given` : `${key}.no`);
    case 'choice': {
      const title = t(`${key}.options.${String(value)}.title`);
      if (value !== 'cardOnFile' || !customer?.cardOnFile) return title;
      return `${title} · ${t(`${key}.options.cardOnFile.text`, { ...customer.cardOnFile })}`;
    }
    case 'amount':
      return t('answers.yuan', { yuan: yuan(Number(value), lng) });
    case 'photos': {
      const way = paperWays.find((one) => one === value);
      if (way) return t(`ways.${way}.title`);
      return t('photos.count', { count: Array.isArray(value) ? value.length : 0 });
    }
    case 'bankCard':
      return inGroups(String(value));
    case 'phone':
      return phoneInGroups(String(value));
    case 'idNumber':
      return idInGroups(String(value));
    case 'insured': {
      const found = insureds?.find(({ id }) => id === value);
      if (found)
        return t('insured.named', {
          name: found.name,
          relation: t(`insured.relations.${found.relation}`),
        });
      return value === OTHER_INSURED ? t('insured.other.title') : String(value);
    }
    case 'statement':
      return t('statement.here');
    case 'matter':
      return t('answers.confirmed');
    case 'personName':
    case 'text':
      return String(value);
  }
}
