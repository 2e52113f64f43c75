/** How a requirement is shown to hold. */
export type Check =
  /** Measured by the walk: a finding with this id breaks it. */
  | { by: 'walk'; how: string }
  /** Computed from the walk's rectangles by test/tools/expected-misses.ts. */
  | { by: 'misses'; how: string }
  /** Proved by another test of the repository. */
  | { by: 'test'; how: string; files: readonly string[] }
  /** What no machine can judge: what a person must do. */
  | { by: 'hand'; how: string }
  /** Not built yet: fails, is known to, and stops nobody. */
  | { by: 'gap'; how: string };

export interface Requirement {
  /** As in the reference; `D-` is a rule of our own. */
  id: string;
  asks: string;
  check: Check;
}

export interface Chapter {
  title: string;
  requirements: readonly Requirement[];
}

type Row = readonly [id: string, asks: string, check: Check];

export const chapter = (title: string, rows: readonly Row[]): Chapter => ({
  title,
  requirements: rows.map(([id, asks, check]) => ({ id, asks, check })),
});

export const walk = (how: string): Check => ({ by: 'walk', how });
export const test = (how: string, ...files: string[]): Check => ({ by: 'test', how, files });
export const hand = (how: string): Check => ({ by: 'hand', how });
export const gap = (how: string): Check => ({ by: 'gap', how });
export const misses = (how: string): Check => ({ by: 'misses', how });
