import type { Answers, AnswerValue, Flow } from '#domain/flow/types.ts';

/** `138****0001`: enough to recognise one's own. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `**** 0018`: the last four digits, as a bank prints them. */
export function maskCard(card: string): string {
  return `**** ${card.slice(-4)}`;
}

function looksLikeNumberOfAPerson(value: AnswerValue): boolean {
  return (
    typeof value === 'string' &&
    /^[\d\s-]{11,}[\dXx]?$/.test(value) &&
    value.replace(/\D/g, '').length >= 11
  );
}

/**
 * Answers as they may be shown without a reason. Bank cards are masked; so is anything in a field that this program
 * does not know (an older or newer flow) that looks like the number of a card, phone or ID.
 */
export function maskAnswers(
  flow: Flow | undefined,
  answers: Answers,
): { answers: Answers; maskedFields: string[] } {
  const shown: Record<string, AnswerValue> = {};
  const maskedFields: string[] = [];
  for (const [field, value] of Object.entries(answers)) {
    const kind = flow?.fields[field]?.kind;
    const isMasked = kind === 'bankCard' || (kind === undefined && looksLikeNumberOfAPerson(value));
    shown[field] = isMasked ? maskCard(String(value)) : value;
    if (isMasked) maskedFields.push(field);
  }
  return { answers: shown, maskedFields };
}
