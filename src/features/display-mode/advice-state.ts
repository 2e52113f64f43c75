import type { DisplayMode } from '#domain/senior/display.ts';
import type { Decision, Reason } from '#domain/senior/policy.ts';

/** What is advised now, and what the person can do about it. */
export interface AdviceState {
  /** Undefined until the first look. */
  decision?: Decision;
  /** Where the mode was switched by itself: the line that says so stands there, and on the home page. */
  switchedAt?: string;
  /** The line about the host's text size is to be shown in this session. */
  tellsText: boolean;
  /** The text follows host and system. */
  isFollowed: boolean;
  isWeChat: boolean;
  /** Where the page was opened by a link of ours that is over or was altered. */
  expiredAt?: string;
  neverAsk: boolean;
  /** The offer on the present page, and why. */
  offer?: { path: string; reasons: readonly Reason[] };
  /** A page is shown. */
  visit: (path: string) => void;
  /** The person chooses; undoing an automatic switch is choosing, and ends every inference. */
  choose: (mode: DisplayMode) => void;
  follow: (isFollowed: boolean) => void;
  /** "No, thank you": quiet for a good while. */
  decline: () => void;
  setNeverAsk: (neverAsk: boolean) => void;
}
