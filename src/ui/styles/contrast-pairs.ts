/** What stands on what, so that a test can work out every pair's contrast in every mode from the CSS itself. */
export interface ContrastPair {
  /** Token of the text, line or edge. */
  on: `--${string}`;
  /** Token of the ground behind it. */
  ground: `--${string}`;
  /** `text` ≥ 4.5, and ≥ 7 in senior mode and high contrast; `icon` ≥ 4.5 (M-1.3b); `edge` ≥ 3 (W-1.4.11). */
  use: 'text' | 'icon' | 'edge';
}

const grounds = ['--paper', '--surface', '--sand'] as const;

export const contrastPairs: readonly ContrastPair[] = [
  ...grounds.flatMap((ground): ContrastPair[] => [
    { on: '--ink', ground, use: 'text' },
    { on: '--ink-soft', ground, use: 'text' },
    { on: '--forward', ground, use: 'text' },
    { on: '--edge', ground, use: 'edge' },
    { on: '--focus', ground, use: 'edge' },
    { on: '--picture-line', ground, use: 'icon' },
  ]),
  { on: '--human', ground: '--paper', use: 'text' },
  { on: '--human', ground: '--surface', use: 'text' },
  { on: '--wrong', ground: '--paper', use: 'text' },
  { on: '--wrong', ground: '--surface', use: 'text' },
  { on: '--wrong', ground: '--wrong-pale', use: 'text' },
  { on: '--ink', ground: '--wrong-pale', use: 'text' },
  { on: '--care', ground: '--care-pale', use: 'text' },
  { on: '--ink', ground: '--care-pale', use: 'text' },
  { on: '--forward', ground: '--forward-pale', use: 'text' },
  { on: '--forward-deep', ground: '--forward-pale', use: 'text' },
  { on: '--ink', ground: '--forward-pale', use: 'text' },
  { on: '--ink-soft', ground: '--forward-pale', use: 'text' },
  { on: '--edge', ground: '--forward-pale', use: 'edge' },
  { on: '--on-forward', ground: '--forward', use: 'text' },
  { on: '--on-forward', ground: '--forward-deep', use: 'text' },
  { on: '--on-human', ground: '--human', use: 'text' },
  { on: '--on-human', ground: '--human-deep', use: 'text' },
  { on: '--picture-line', ground: '--picture-tone', use: 'icon' },
];

/** The least contrast that a pair must have. Large text is held to the same: one rule, no exceptions to argue. */
export function leastContrast(use: ContrastPair['use'], isStrict: boolean): number {
  if (use === 'edge') return 3;
  if (use === 'icon') return 4.5;
  return isStrict ? 7 : 4.5;
}
