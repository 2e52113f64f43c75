import { describe, expect, it } from 'vitest';
import { fixedWords } from '#server/adapters/speech/fixed-words.ts';
import { languages, wordFiles } from './words.ts';

/** What is never read aloud to a customer: staff's pages, the demo phone, text messages. */
const NOT_SPOKEN = /^(staff|demo|sms|counter|agent)/;

describe('The sentences that may be kept as clips', () => {
  it.each(languages)('are those of every file that a customer reads, in %s', (lng) => {
    const files = wordFiles(lng).filter((file) => !NOT_SPOKEN.test(file));
    expect(Object.keys(fixedWords[lng]).sort()).toEqual(files);
  });
});
