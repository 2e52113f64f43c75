import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedNames, typedValue } from './typed.ts';

it('What staff type is taken as people write it: sums and days in several ways', () => {
  expect(typedValue('totalFen', ' ¥1,885.9元')).toBe(188_590);
  expect(typedValue('totalFen', '42')).toBe(4200);
  expect(typedValue('invoiceDate', '2026年11月2日')).toBe('2026-11-02');
  expect(typedValue('hospital', '双桥镇卫生院')).toBe('双桥镇卫生院');
  for (const wrong of ['', '1.234', '2026-02-30', 'x']) {
    expect(typedValue('totalFen', wrong)).toBeUndefined();
    expect(typedValue('admittedOn', wrong)).toBeUndefined();
    expect(typedValue('invoiceNumber', wrong)).toBeUndefined();
  }
});

it('Every sum that is written out is that sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
      const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      expect(typedValue('totalFen', text)).toBe(fen);
    }),
  );
});

it('Nothing that is typed breaks it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...typedNames), fc.string(), (name, text) => {
      const value = typedValue(name, text);
      expect(['string', 'number', 'undefined']).toContain(typeof value);
    }),
  );
});
