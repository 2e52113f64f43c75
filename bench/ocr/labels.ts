import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperReading, ReadFieldName } from '../../src/domain/papers/read/types.ts';

/** A labelled picture: `<name>.json` beside `<name>.jpg`. */
export interface Labelled {
  file: string;
  type: string;
  variant: string;
  fields: Readonly<Record<string, string>>;
}

/** Names in the label files, where ours differ. */
const OURS: Readonly<Record<string, ReadFieldName>> = {
  birth: 'birthDate',
  code: 'invoiceCode',
  number: 'invoiceNumber',
  payer: 'patientName',
  date: 'invoiceDate',
  total: 'totalFen',
  fundPay: 'fundPaidFen',
  otherPay: 'otherPaidFen',
  accountPay: 'accountPaidFen',
  cashPay: 'cashPaidFen',
  admitted: 'admittedOn',
  discharged: 'dischargedOn',
};

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** What a reading says for a label's field, written as labels are; nothing where it was left out. */
export function saidFor(reading: PaperReading, label: string): string | undefined {
  const name: string = OURS[label] ?? label;
  const value = reading.fields.find((field) => field.name === name)?.value;
  return typeof value === 'number' ? yuan(value) : value;
}

/** All labelled pictures of a folder. @throws Error where there is none */
export async function readLabels(dir: string): Promise<Labelled[]> {
  const names = await readdir(dir);
  const pictures = names.filter((name) => /\.(jpe?g|png|webp)$/i.test(name)).sort();
  const labels: Labelled[] = [];
  for (const name of pictures) {
    const json = name.replace(/\.\w+$/, '.json');
    if (!names.includes(json)) continue;
    const label = JSON.parse(await readFile(join(dir, json), 'utf8')) as Omit<Labelled, 'file'>;
    const { type = 'unknown', variant = 'unknown', fields } = label;
    labels.push({ file: join(dir, name), type, variant, fields });
  }
  if (labels.length === 0) throw new Error(`${dir} holds no picture with a label beside it`);
  return labels;
}
