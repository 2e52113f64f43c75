/** Figures that page and server share. Times in ms. */
export const handoffLimits = {
  /** Messages by one account within a minute; never by address, which a whole branch shares. */
  messagesAMinute: 30,
  /** Signals of a call within a minute: a network change makes dozens at once. */
  signalsAMinute: 300,
  textLength: 2000,
  sdpLength: 60_000,
  fileBytes: 10 * 1024 * 1024,
  voiceNoteSeconds: 60,
  /** A stream says something at least so often; a page that hears nothing for `silenceMs` opens another way. */
  beatMs: 10_000,
  silenceMs: 20_000,
  /** Typing is said at most so often, and forgotten after. */
  typingEveryMs: 3000,
  typingForgottenMs: 6000,
  /** A call that has no way through by then falls to the telephone. */
  callWithinMs: 5000,
  callbackTries: 3,
} as const;
