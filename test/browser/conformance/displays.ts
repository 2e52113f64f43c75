import type { Contrast, DisplayMode, TextStep } from '#domain/senior/display.ts';

export interface Window {
  width: number;
  height: number;
}

export interface Display {
  mode: DisplayMode;
  text: TextStep;
  contrast: Contrast;
  window: Window;
}

/** From the narrowest phone to a desk, and phones laid on their side. */
export const windows: readonly Window[] = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 640, height: 360 },
  { width: 768, height: 1024 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
];
export const modes: readonly DisplayMode[] = ['standard', 'senior'];
/** The whole walk (`npm run conformance`), rather than what `npm test` has the time for. */
export const isWhole = process.env.SL_CONFORMANCE === 'whole';
/** Where a mode changes sizes only and no word, no control: `npm test` is content with the one that needs the most room. */
export const modesOfLooks: readonly DisplayMode[] = isWhole ? modes : ['senior'];
export const textSteps: readonly TextStep[] = [1, 2, 3, 4, 5];
export const contrasts: readonly Contrast[] = ['normal', 'high'];

/** Every combination, for the pages that everybody meets. */
export function everyDisplay(mode: DisplayMode): Display[] {
  return windows.flatMap((window) =>
    textSteps.flatMap((text) =>
      contrasts.map((contrast): Display => ({ mode, text, contrast, window })),
    ),
  );
}

/**
 * A covering set: over both modes every pair of window, text step, contrast and mode is met at least once, and each
 * mode meets the two ends, the smallest window with the largest text and the widest with the smallest.
 */
export function coveringDisplays(mode: DisplayMode): Display[] {
  const isSenior = mode === 'senior';
  const last = windows.length - 1;
  return windows.flatMap((window, w) =>
    textSteps.flatMap((text, t): Display[] => {
      const isEnd = (w === 0 && text === 5) || (w === last && text === 1);
      const isMine = (w + t) % 2 === (isSenior ? 0 : 1);
      if (!isMine && !isEnd) return [];
      const contrast = (w + Math.floor(t / 2) + (isSenior ? 0 : 1)) % 2 === 0 ? 'normal' : 'high';
      return [{ mode, text, contrast, window }];
    }),
  );
}

/** Each window once, each text step, both contrasts and both ends: what `npm test` has the time for. */
export function fewDisplays(mode: DisplayMode): Display[] {
  const steps: readonly TextStep[] = [5, 1, 3, 2, 5, 4, 1];
  return windows.map((window, w) => ({
    mode,
    text: steps[w] ?? 1,
    contrast: w % 2 === (mode === 'senior' ? 0 : 1) ? 'high' : 'normal',
    window,
  }));
}
