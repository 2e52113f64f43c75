import type { PaperReading, ReadField } from '#domain/papers/read/types.ts';
import { maskCard } from '../claim-view.ts';

const NUMBERS = new Set<ReadField['name']>(['idNumber', 'cardNumber']);

/** A reading as staff see it: the numbers of cards masked as everywhere, where somebody lives left out. */
export function maskReading(one: { documentId: string; reading: PaperReading }) {
  const fields = one.reading.fields
    .filter(({ name }) => name !== 'address')
    .map((field): ReadField =>
      NUMBERS.has(field.name) && typeof field.value === 'string'
        ? { ...field, value: maskCard(field.value) }
        : field,
    );
  return { ...one, reading: { ...one.reading, fields } };
}
