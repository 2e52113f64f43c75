import type { ReadingRate } from '#domain/speech/pace.ts';

/** The names of the speeds in `reading.json` under `rates`. */
export const rateNames: Readonly<Record<ReadingRate, string>> = {
  0.6: 'slowest',
  0.8: 'slow',
  1: 'normal',
  1.2: 'fast',
};
