import { describe, expect, it } from 'vitest';
import { baseOf, languages, wordFiles, wordsOf } from './words.ts';

const files = wordFiles('zh-CN');

describe('The words that people read', () => {
  it('are in the same files in Chinese and English', () => {
    expect(wordFiles('en')).toEqual(files);
    expect(files).toContain('common');
  });

  it.each(files)('%s has the same keys in both languages', (file) => {
    const [zh, en] = languages.map((lng) =>
      [...new Set([...wordsOf(lng, file).keys()].map(baseOf))].sort(),
    );
    expect(en).toEqual(zh);
  });

  it.each(files)('%s has a senior text only where there is a text to be plainer than', (file) => {
    for (const lng of languages) {
      const words = wordsOf(lng, file);
      const bases = new Set(
        [...words.keys()].filter((key) => !key.includes('_senior')).map(baseOf),
      );
      const orphans = [...words.keys()].filter(
        (key) => key.includes('_senior') && !bases.has(baseOf(key)),
      );
      expect(orphans, lng).toEqual([]);
    }
  });

  it.each(files)('%s says something under every key', (file) => {
    for (const lng of languages) {
      const empty = [...wordsOf(lng, file)]
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => key);
      expect(empty, lng).toEqual([]);
    }
  });

  it.each(files)('%s asks for the same parts in both languages', (file) => {
    const partsOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]);
    const inLanguage = (lng: (typeof languages)[number]) => {
      const parts: Record<string, string[]> = {};
      for (const [key, text] of wordsOf(lng, file)) {
        const base = baseOf(key);
        // A date is put together from other parts in each language.
        if (base.startsWith('dates.')) continue;
        parts[base] = [...new Set([...(parts[base] ?? []), ...partsOf(text)])].sort() as string[];
      }
      return parts;
    };
    const [zh, en] = languages.map(inLanguage);
    // English needs `count` for its plural where Chinese may say the number or not.
    const withoutCount = (all: Record<string, string[]> = {}) =>
      Object.fromEntries(
        Object.entries(all).map(([key, parts]) => [key, parts.filter((part) => part !== 'count')]),
      );
    expect(withoutCount(en)).toEqual(withoutCount(zh));
  });
});
