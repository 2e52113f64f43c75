import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE, splitSentences } from './split-sentences.ts';

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe('A text is read sentence by sentence', () => {
  it('that ends where a sentence ends in Chinese', () => {
    expect(texts('您好，想办什么？慢慢来，随时可以找真人。')).toEqual([
      '您好，想办什么？',
      '慢慢来，随时可以找真人。',
    ]);
    expect(texts('看“合计”。“看不清？”没关系！')).toEqual(['看“合计”。', '“看不清？”', '没关系！']);
  });

  it('that ends where a sentence ends in English', () => {
    expect(texts('Take your time. Ask a person!')).toEqual(['Take your time.', 'Ask a person!']);
  });

  it('and a number, an amount or a time stays in one piece', () => {
    expect(texts('一共 1280.50 元')).toEqual(['一共 1280.50 元']);
    expect(texts('Open 8:30. Closed 17:00.')).toEqual(['Open 8:30.', 'Closed 17:00.']);
  });

  it('and marks alone are not read', () => {
    expect(texts(' …… · → 。')).toEqual([]);
    expect(texts('')).toEqual([]);
  });

  it('and knows where each one stands in the text', () => {
    const text = '  先看。 再填 ';
    for (const { text: piece, start, end } of splitSentences(text)) {
      expect(text.slice(start, end)).toBe(piece);
    }
    expect(texts(text)).toEqual(['先看。', '再填']);
  });

  it('and one without an end is cut at a pause, or anywhere rather than never', () => {
    const long = `${'很长的一句话，'.repeat(30)}完了`;
    expect(texts(long).every((piece) => piece.length <= LONGEST_SENTENCE)).toBe(true);
    expect(texts(long).join('')).toBe(long);
    const endless = '长'.repeat(LONGEST_SENTENCE * 2 + 5);
    expect(texts(endless).map((piece) => piece.length)).toEqual([80, 80, 5]);
  });
});
