import { readDay } from './read/checks.ts';
import { readAmount } from './read/money.ts';
import type { ReadValues } from './read/types.ts';

/** What staff may type from a photo that could not be read, or was read wrong. Numbers of cards are not among them. */
export const typedNames = [
  'patientName',
  'hospital',
  'totalFen',
  'invoiceNumber',
  'invoiceDate',
  'admittedOn',
  'dischargedOn',
] as const;
export type TypedName = (typeof typedNames)[number];

/**
 * What was typed as the value that it stands for: 128.5 → 12850 分, 2026.11.2 → 2026-11-02.
 * @returns nothing where it is none
 */
export function typedValue(name: TypedName, text: string): ReadValues[TypedName] | undefined {
  const plain = text.trim();
  switch (name) {
    case 'totalFen': {
      const [whole = '', part = ''] = plain.replace(/^[¥￥]|,|元$/g, '').split('.');
      return part.length <= 2 ? readAmount(`${whole}.${part.padEnd(2, '0')}`) : undefined;
    }
    case 'invoiceNumber':
      return /^\d{6,24}$/.test(plain) ? plain : undefined;
    case 'invoiceDate':
    case 'admittedOn':
    case 'dischargedOn':
      return readDay(plain);
    case 'patientName':
    case 'hospital':
      return plain.length >= 2 && plain.length <= 60 ? plain : undefined;
  }
}
