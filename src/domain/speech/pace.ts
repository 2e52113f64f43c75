/** How fast is read: times the voice's own pace (issue text: 0.6 to 1.2). Four steps have a name each. */
export type ReadingRate = 0.6 | 0.8 | 1 | 1.2;
export const readingRates: readonly ReadingRate[] = [0.6, 0.8, 1, 1.2];

/** Before anybody has chosen: slower in the large-text mode (ocr-voice §5, L6). */
export const defaultRates = { standard: 1, senior: 0.8 } as const;

/** L6: at 0.8 nobody hears more than 270 characters a minute; the same line drawn through the other rates. */
const MOST_AT_ONE = 270 / 0.8;
/** Slower than this a voice is no longer understood. */
const LEAST_FACTOR = 0.5;
/** Too short to measure by: the pause around it is as long as the word. */
const LEAST_MEASURED = 8;

/** What counts as a character of speech: letters and digits, no marks. */
export function spokenLength(text: string): number {
  return [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
}

/** The characters a minute that a rate promises not to pass. */
export function mostPerMinute(rate: ReadingRate): number {
  return MOST_AT_ONE * rate;
}

/**
 * The playback rate of a clip: the wished one, less when the clip was spoken faster than the promise allows.
 * English is not counted in characters a minute: pass `isChinese` false to leave the rate as wished.
 * @param seconds the clip's own length
 */
export function clipRate(
  text: string,
  seconds: number,
  rate: ReadingRate,
  isChinese = true,
): number {
  if (!isChinese || !(seconds > 0)) return rate;
  const ownPerMinute = (spokenLength(text) / seconds) * 60;
  if (ownPerMinute === 0) return rate;
  return Math.max(LEAST_FACTOR, Math.min(rate, mostPerMinute(rate) / ownPerMinute));
}

/** Keeps a voice whose own pace nobody knows below the promise: it is measured while it speaks. */
export interface Pace {
  /** What to ask of the voice for this wish. */
  rateFor(rate: ReadingRate): number;
  /** What a sentence took, in ms, when the voice was asked for `asked`. */
  note(text: string, ms: number, asked: number): void;
}

/** A pace that believes a voice until it has heard it. */
export function createPace(): Pace {
  let perMinuteAtOne: number | undefined;
  return {
    rateFor: (rate) =>
      perMinuteAtOne === undefined
        ? rate
        : Math.max(LEAST_FACTOR, Math.min(rate, mostPerMinute(rate) / perMinuteAtOne)),
    note(text, ms, asked) {
      const length = spokenLength(text);
      if (length < LEAST_MEASURED || !(ms > 0)) return;
      const heard = ((length / ms) * 60_000) / asked;
      // The fastest sentence counts: the promise is for each of them.
      perMinuteAtOne = Math.max(perMinuteAtOne ?? 0, heard);
    },
  };
}
