/** How the page looks, on `<html>` as data-mode, data-text and data-contrast before the first paint. */
export type DisplayMode = 'standard' | 'senior';
export type TextStep = 1 | 2 | 3 | 4 | 5;
export type Contrast = 'normal' | 'high';

export interface DisplayChoice {
  mode: DisplayMode;
  text: TextStep;
  contrast: Contrast;
}

export const defaultDisplay: DisplayChoice = { mode: 'standard', text: 1, contrast: 'normal' };

/** Cookie and local-storage key: a cookie so that the server can send the right page, storage where cookies are lost. */
export const DISPLAY_KEY = 'sl_display';
export const LANGUAGE_KEY = 'sl_lng';

/** `senior.3.high`: three words of a closed list, safe in a cookie. */
export function writeDisplay(choice: DisplayChoice): string {
  return `${choice.mode}.${choice.text}.${choice.contrast}`;
}

/** Reads what `writeDisplay` wrote; a corrupt or missing value is no choice at all. */
export function readDisplay(stored: string | null | undefined): DisplayChoice | undefined {
  const match = /^(standard|senior)\.([1-5])\.(normal|high)$/.exec(stored ?? '');
  if (!match) return undefined;
  return {
    mode: match[1] as DisplayMode,
    text: Number(match[2]) as TextStep,
    contrast: match[3] as Contrast,
  };
}
