import type { LinkKind } from '#domain/api/link.ts';
import type { AgeBand } from '#domain/lane/age.ts';
import type { BehaviourSummary } from './behaviour.ts';
import type { DisplayMode } from './display.ts';

/** Where a wish for larger text can be read. All of them say the same thing, so they count once. */
export type TextScaleSource =
  | 'wechat'
  | 'applied-zoom'
  | 'ios-adjust'
  | 'ios-dynamic-type'
  | 'text-scale'
  | 'default-size'
  | 'shell';

/** What is known of the session that is going on. The caller owns the clock and the storage. */
export interface SessionFacts {
  /** Just opened, or just signed in: the only moments at which a mode may change by itself. */
  isStart: boolean;
  /** An answer of a claim was given or begun on this page. Signing in does not count. */
  hasTyped: boolean;
  /** A step has just been finished or left: the only moment at which something may be offered. */
  isAtStepBoundary: boolean;
  /** The mode that the page is in. */
  mode: DisplayMode;
  /** The page is in that mode because an earlier decision of this session switched it. */
  isAutomatic: boolean;
  /** `leansSenior` of the last decision; false at first. Hysteresis needs it. */
  leanedSenior: boolean;
  hasSeenChooser: boolean;
  offersThisSession: number;
  offersEver: number;
  /** Full days since the last "no" to an offer; absent if there was none. */
  daysSinceNo?: number;
}

export const freshSession: SessionFacts = {
  isStart: true,
  hasTyped: false,
  isAtStepBoundary: false,
  mode: 'standard',
  isAutomatic: false,
  leanedSenior: false,
  hasSeenChooser: false,
  offersThisSession: 0,
  offersEver: 0,
};

/**
 * All that may speak for one mode or the other. What is absent is unknown, which is never the same as "no".
 * Deliberately not here: reduced motion, forced colours, device memory, brand, pressure and rhythm of taps, voice, face.
 */
export interface Signals {
  /** What the person chose, on this device or account; undoing an automatic switch is choosing `standard`. */
  chosen?: DisplayMode;
  /** "Never ask again": ends every inference, chooser and offer, as a choice does. */
  neverAsk?: boolean;
  /** The text size set here, as a ratio to step 1. */
  ownTextScale?: number;
  /** The person wants this page's own text size, whatever host and system say. */
  ignoresHostText?: boolean;
  /** What host and system wish, as ratios (1.4, never 140); a source that does not answer is left out. */
  textScales?: Readonly<Partial<Record<TextScaleSource, number>>>;
  /** WeChat's care mode, where the host answered. False says nothing: the call is undocumented. */
  isCareMode?: boolean;
  /** The system asks for more contrast (`prefers-contrast: more`). */
  wantsContrast?: boolean;
  /** Links that our server has signed and found whole and in date. */
  links?: readonly LinkKind[];
  /** Age of the verified person who holds the phone. */
  operatorAge?: AgeBand;
  /** Age of the insured, where the operator's is unknown: adult children often file. */
  insuredAge?: AgeBand;
  /** May lead to an offer of help, to nothing else. */
  behaviour: BehaviourSummary;
  session: SessionFacts;
}
