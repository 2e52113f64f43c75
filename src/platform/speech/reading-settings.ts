import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultRates, readingRates, type ReadingRate } from '#domain/speech/pace.ts';
import { useDisplay } from '../display/display.ts';

/** Where the chosen speed is kept: `0.8`, one of four words. */
export const READING_KEY = 'sl_reading';

/** Reads what was kept; anything else is no choice. */
export function readRate(stored: string | null | undefined): ReadingRate | undefined {
  return readingRates.find((rate) => String(rate) === stored);
}

function keptRate(): ReadingRate | undefined {
  try {
    return readRate(localStorage.getItem(READING_KEY));
  } catch {
    // Private mode forbids storage: the choice holds as long as the page.
    return undefined;
  }
}

interface ReadingSettings {
  /** Absent until somebody has chosen: then the mode's own speed is read. */
  chosen?: ReadingRate;
}

const store = createStore<ReadingSettings>()(() => ({ chosen: keptRate() }));

/** Keeps a speed on this device; `undefined` goes back to the mode's own. */
export function chooseRate(rate: ReadingRate | undefined): void {
  store.setState({ chosen: rate });
  try {
    if (rate === undefined) localStorage.removeItem(READING_KEY);
    else localStorage.setItem(READING_KEY, String(rate));
  } catch {
    // As above.
  }
}

export interface ReadingRateControl {
  rate: ReadingRate;
  setRate: (rate: ReadingRate) => void;
  /** The next step down or up; absent at the end of the scale. */
  slower?: ReadingRate;
  faster?: ReadingRate;
}

/** The speed in force (0.8 in the large-text mode and 1 elsewhere, until somebody chooses) and its neighbours. */
export function useReadingRate(): ReadingRateControl {
  const { mode } = useDisplay();
  const rate = useStore(store, (s) => s.chosen) ?? defaultRates[mode];
  const at = readingRates.indexOf(rate);
  return { rate, setRate: chooseRate, slower: readingRates[at - 1], faster: readingRates[at + 1] };
}
