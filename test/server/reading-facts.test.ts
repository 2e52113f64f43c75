import { describe, expect, it } from 'vitest';
import type { PaperKind, ReadField } from '#domain/papers/read/types.ts';
import { factsOfReadings, type ReadDocument } from '#server/services/facts/reading-facts.ts';

const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.05 };
const field = (name: ReadField['name'], value: string | number): ReadField =>
  ({ name, value, confidence: 0.9, box }) as ReadField;
const document = (
  documentId: string,
  kind: PaperKind,
  fields: ReadField[],
  paper = 'invoicePhotos',
): ReadDocument => ({ documentId, field: paper, reading: { kind, rotation: 0, fields } });

const invoice = (id: string, number: string | undefined, totalFen: number) =>
  document(id, 'invoice-inpatient', [
    field('totalFen', totalFen),
    ...(number ? [field('invoiceNumber', number)] : []),
  ]);
const totals = (documents: readonly ReadDocument[]) =>
  factsOfReadings(documents).filter(({ name }) => name === 'totalFen');

describe('What photographed papers say', () => {
  it('is what stands on the invoice, with the place in the picture', () => {
    const read = document('d1', 'invoice-inpatient', [
      field('patientName', '王秀兰'),
      field('admittedOn', '2026-11-03'),
      field('totalFen', 12_345),
      field('checkCode', 'abc'),
    ]);
    expect(factsOfReadings([read])).toEqual([
      { name: 'patientName', value: '王秀兰', source: 'paper', documentId: 'd1', box },
      { name: 'admittedOn', value: '2026-11-03', source: 'paper', documentId: 'd1', box },
      { name: 'totalFen', value: 12_345, source: 'paper', documentId: 'd1', box },
    ]);
  });

  it('tells the day of a visit by its invoice, and no such day of a stay', () => {
    const day = [field('invoiceDate', '2026-11-02')];
    expect(factsOfReadings([document('d1', 'invoice-outpatient', day)])).toMatchObject([
      { name: 'visitedOn', value: '2026-11-02' },
    ]);
    expect(factsOfReadings([document('d1', 'invoice-inpatient', day)])).toEqual([]);
  });

  it('adds several invoices up, each once, and is silent where one cannot be read', () => {
    const both = [invoice('d1', 'n1', 100), invoice('d2', 'n2', 250)];
    expect(totals(both)).toEqual([{ name: 'totalFen', value: 350, source: 'paper' }]);
    expect(totals([...both, invoice('d3', 'n2', 250)])).toMatchObject([{ value: 350 }]);
    expect(totals([...both, { documentId: 'd4', field: 'invoicePhotos' }])).toEqual([]);
    expect(totals([...both, invoice('d5', undefined, 70)])).toEqual([]);
  });

  it('takes a name and a number from the own card only', () => {
    const fields = [field('name', '张伟'), field('idNumber', '11010519491231002X')];
    expect(factsOfReadings([document('d1', 'id-front', fields, 'payeeProof')])).toEqual([]);
    expect(
      factsOfReadings([document('d1', 'id-front', fields, 'heirIdPhotos')]).map((one) => one.name),
    ).toEqual(['name', 'idNumber']);
    const card = [field('cardNumber', '6222021234567890011')];
    expect(factsOfReadings([document('d1', 'bank-card', card, 'invoicePhotos')])).toEqual([]);
    expect(factsOfReadings([document('d1', 'bank-card', card, 'cardPhotos')])).toHaveLength(1);
  });
});
