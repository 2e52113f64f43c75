import { splitSentences } from '#domain/speech/split-sentences.ts';
import type { Lng } from '../../http/words.ts';
import { clipHash } from './clip-hash.ts';
import { fixedWords } from './fixed-words.ts';
import type { SpokenSentence } from './speech.ts';

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* textsIn(inner);
}

/**
 * Every sentence that stands in our words as it is, by the name of its clip. They are about nobody, so their clips
 * may be kept and named in an address. A sentence with a blank (`{{name}}`) is filled with somebody's facts and is
 * not one of them; the hotline alone is known beforehand.
 */
export function fixedSentences(voice: string, hotline: string): Map<string, SpokenSentence> {
  const sentences = new Map<string, SpokenSentence>();
  for (const [lng, files] of Object.entries(fixedWords) as [Lng, unknown][]) {
    for (const words of textsIn(files)) {
      const known = words.replaceAll('{{hotline}}', hotline);
      for (const { text } of splitSentences(known)) {
        if (!text.includes('{{')) sentences.set(clipHash({ lng, text }, voice), { lng, text });
      }
    }
  }
  return sentences;
}
