import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKind, PaperReading, ReadField, ReadFieldName } from './read/types.ts';
import { remarksOn, type ReadPhoto } from './remarks.ts';

const PROOF: Readonly<Record<PaperKind, ReadFieldName | undefined>> = {
  'id-front': 'idNumber',
  'id-back': 'validFrom',
  'bank-card': 'cardNumber',
  'invoice-outpatient': 'totalFen',
  'invoice-inpatient': 'totalFen',
  other: undefined,
};

function read(kind: PaperKind, more: Partial<PaperReading> = {}): PaperReading {
  const name = PROOF[kind];
  const box = { x: 0, y: 0, width: 0.1, height: 0.1 };
  const fields: ReadField[] = name ? [{ name, value: '1', confidence: 1, box }] : [];
  return { kind, rotation: 0, fields, textLines: 20, ...more };
}

const photo = (id: string, field: string, reading?: PaperReading): ReadPhoto => ({
  id,
  field,
  ...(reading ? { reading } : {}),
});
const told = (...photos: ReadPhoto[]) => Object.fromEntries(remarksOn(photos));

describe('What is told of a photo', () => {
  it('that it is another paper, where that paper proves itself', () => {
    expect(told(photo('a', 'invoicePhotos', read('id-front')))).toEqual({ a: 'other-paper' });
    expect(told(photo('a', 'cardPhotos', read('invoice-outpatient')))).toEqual({
      a: 'other-paper',
    });
    expect(told(photo('a', 'invoicePhotos', read('id-front', { fields: [] })))).toEqual({});
    expect(told(photo('a', 'accidentPhotos', read('id-front')))).toEqual({});
  });

  it('that nothing on it can be read, where a written paper was asked for', () => {
    const blank = read('other', { textLines: 1 });
    expect(told(photo('a', 'invoicePhotos', blank))).toEqual({ a: 'cannot-read' });
    expect(told(photo('a', 'carPhotos', blank))).toEqual({});
    // Reading failed or is not possible here: that is no fault of the photo.
    expect(told(photo('a', 'invoicePhotos', read('other', { textLines: undefined })))).toEqual({});
  });

  it('that a page is missing, where the paper says how many it has and all photos were read', () => {
    const first = read('other', { pages: { page: 1, of: 2 } });
    expect(told(photo('a', 'dischargePhotos', first))).toEqual({ a: 'next-page' });
    expect(
      told(photo('a', 'dischargePhotos', first), photo('b', 'dischargePhotos', read('other'))),
    ).toEqual({});
    expect(
      told(photo('a', 'dischargePhotos', first), photo('b', 'dischargePhotos', undefined)),
    ).toEqual({});
  });

  it('that the other side of an identity card is missing', () => {
    const front = photo('a', 'heirIdPhotos', read('id-front'));
    expect(told(front)).toEqual({ a: 'next-page' });
    expect(told(front, photo('b', 'heirIdPhotos', read('id-back')))).toEqual({});
  });

  it('is one thing at most, never of a photo that was not read, and only of written papers', () => {
    const kinds = fc.constantFrom<PaperKind>(
      'id-front',
      'id-back',
      'bank-card',
      'invoice-outpatient',
      'invoice-inpatient',
      'other',
    );
    const readings = fc.option(
      fc.record({ kind: kinds, textLines: fc.nat(30), of: fc.integer({ min: 1, max: 4 }) }),
      { nil: undefined },
    );
    const photos = fc.array(
      fc.record({
        field: fc.constantFrom('invoicePhotos', 'heirIdPhotos', 'cardPhotos', 'carPhotos'),
        reading: readings,
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(photos, (list) => {
        const all = list.map(({ field, reading }, i) =>
          photo(
            String(i),
            field,
            reading &&
              read(reading.kind, {
                textLines: reading.textLines,
                pages: { page: 1, of: reading.of },
              }),
          ),
        );
        for (const id of remarksOn(all).keys()) {
          const one = all.find((other) => other.id === id);
          expect(one?.reading).toBeDefined();
          expect(one?.field).not.toBe('carPhotos');
        }
      }),
    );
  });
});
