/** Captions come in clips that end where somebody draws breath. Times in ms. */
export const clipTimes = {
  lookMs: 100,
  /** Shorter clips are heard badly: a word needs the ones beside it. */
  leastMs: 1500,
  mostMs: 6000,
  /** A breath. */
  pauseMs: 500,
} as const;

/** How loud speech is at least, as a share of the loudest. Above a quiet room's hum after the browser has cleaned it. */
export const SPEECH_LEVEL = 0.01;

export interface ClipState {
  /** Since the clip began. */
  ms: number;
  quietMs: number;
  hasSpeech: boolean;
}
export const newClip: ClipState = { ms: 0, quietMs: 0, hasSpeech: false };

/**
 * One look at how loud it is.
 * @param level 0 to 1; undefined where the browser cannot tell: then all is taken for speech
 * @returns `cut`: the clip ends here; `send`: somebody spoke in it
 */
export function noteLevel(
  clip: ClipState,
  level: number | undefined,
): { clip: ClipState; cut?: 'send' | 'drop' } {
  const isLoud = level === undefined || level >= SPEECH_LEVEL;
  const ms = clip.ms + clipTimes.lookMs;
  const quietMs = isLoud ? 0 : clip.quietMs + clipTimes.lookMs;
  const hasSpeech = clip.hasSpeech || isLoud;
  const isPause = hasSpeech && ms >= clipTimes.leastMs && quietMs >= clipTimes.pauseMs;
  if (!isPause && ms < clipTimes.mostMs) return { clip: { ms, quietMs, hasSpeech } };
  return { clip: newClip, cut: hasSpeech ? 'send' : 'drop' };
}
