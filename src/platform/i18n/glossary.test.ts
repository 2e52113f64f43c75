import { describe, expect, it } from 'vitest';
import { findTerms, termsOf, type Term } from './glossary.ts';

const terms: readonly Term[] = [
  { id: 'consent', forms: ['同意'], gloss: '您答应我们这样做。' },
  { id: 'withdraw', forms: ['收回同意'], gloss: '您改主意了。' },
  { id: 'invoice', forms: ['发票', '收据'], gloss: '医院开的票。' },
  { id: 'claim', forms: ['claim', 'claims'], gloss: 'You ask to be paid.' },
];
const wordsIn = (text: string) =>
  findTerms(text, terms).map((part) => (typeof part === 'string' ? part : `[${part.word}]`));

describe('The terms in a text', () => {
  it('are found where they first stand, and the text stays whole', () => {
    expect(wordsIn('看发票上的字。发票放平。')).toEqual(['看', '[发票]', '上的字。发票放平。']);
    expect(wordsIn('收据和发票')).toEqual(['[收据]', '和发票']);
  });

  it('are the longest that fit', () => {
    expect(wordsIn('可以收回同意，也可以同意。')).toEqual([
      '可以',
      '[收回同意]',
      '，也可以',
      '[同意]',
      '。',
    ]);
  });

  it('in English are whole words, large or small', () => {
    expect(wordsIn('Claims of a claimant')).toEqual(['[Claims]', ' of a claimant']);
    expect(wordsIn('A claimant’s claim.')).toEqual(['A claimant’s ', '[claim]', '.']);
  });

  it('leave a text without any as it is, and nothing as nothing', () => {
    expect(wordsIn('慢慢来。')).toEqual(['慢慢来。']);
    expect(wordsIn('')).toEqual([]);
  });
});

describe('A glossary file', () => {
  it('gives each word with its other forms', () => {
    const file = {
      close: 'x',
      terms: { a: { term: '保单', gloss: '合同。', forms: '保险单、保险合同' } },
    };
    expect(termsOf(file)).toEqual([
      { id: 'a', gloss: '合同。', forms: ['保单', '保险单', '保险合同'] },
    ]);
  });

  it('that is broken or missing gives what can be used', () => {
    expect(termsOf({ terms: { a: { term: '保单' }, b: null, c: 'x' } })).toEqual([]);
    expect(termsOf(undefined)).toEqual([]);
  });
});
