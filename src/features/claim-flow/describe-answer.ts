import type { Customer } from '#domain/api/customer.ts';
import { UNKNOWN, type AnswerValue, type FieldSpec } from '#domain/flow/types.ts';
import { isDay } from '#domain/time/is-day.ts';
import type { ClaimWords } from './claim-words.ts';

/** `123456` 分 → `1,234.56`. */
export function yuan(fen: number, lng: string): string {
  return (fen / 100).toLocaleString(lng, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `6222021234567894` → `6222 0212 3456 7894`: read and compared in groups of four. */
export const inGroups = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What a person answered, as they would say it themselves: for the check page, where shown equals sent (F6). */
export function describeAnswer(
  field: string,
  spec: FieldSpec,
  value: AnswerValue | undefined,
  words: ClaimWords,
  customer?: Customer | null,
): string {
  const { t, has, lng, day } = words;
  const key = `fields.${field}`;
  if (value === undefined) return t('answers.none');
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
      return value === UNKNOWN
        ? t(`${key}.unknownShown`)
        : t(`${key}.shown`, { yuan: yuan(Number(value), lng) });
    case 'photos':
      return t(`${key}.count`, { count: Array.isArray(value) ? value.length : 0 });
    case 'bankCard':
      return inGroups(String(value));
    case 'personName':
    case 'text':
    case 'idNumber':
    case 'phone':
    case 'insured':
    case 'matter':
      return String(value);
  }
}
