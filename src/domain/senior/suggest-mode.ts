import type { DisplayMode } from './display.ts';

/** What may speak for one mode or the other. The detection itself reads more of these; a choice always wins. */
export interface ModeSignals {
  /** What the person chose, on this device or in this link. */
  chosen?: DisplayMode;
}

export interface ModeSuggestion {
  mode: DisplayMode;
  reasons: readonly 'chosen'[];
}

/** The mode to open in. An explicit choice always wins; with none, the standard mode opens and nothing is guessed. */
export function suggestMode(signals: ModeSignals): ModeSuggestion {
  return signals.chosen
    ? { mode: signals.chosen, reasons: ['chosen'] }
    : { mode: 'standard', reasons: [] };
}
