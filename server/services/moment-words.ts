import { datesIn } from '#domain/time/date-words.ts';
import { dateWord, type Lng } from '../http/words.ts';

/** A deadline as a text says it, in China's time and in the very words of the pages. @param at ms since 1970 */
export function deadlineWords(lng: Lng, at: number): string {
  return datesIn((key, values) => dateWord(lng, key, values), lng).deadline(
    new Date(at).toISOString(),
  );
}
