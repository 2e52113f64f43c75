/**
 * How often the taps of an older finger miss a control or land on its neighbour (senior-signals.md §1.2): a Gaussian
 * around the control's centre, σ 2.51 mm in both directions, from 62 % of misses on 4.88 mm (Sultana and Moffatt 2019).
 */
export const FINGER = {
  /** mm */
  sigma: 2.51,
  /** One CSS px on a phone, mm (160 to the inch, ±10 %). */
  pixel: 0.157,
} as const;

/** What issue and standards allow, as shares of 1. */
export const BOUNDS = { mean: 0.02, worst: 0.08, danger: 0.005 } as const;

/** left, top, right, bottom in CSS px. */
export type Rectangle = readonly [number, number, number, number];

export interface Aimed {
  name: string;
  own: Rectangle;
  neighbours: readonly { isDanger: boolean; box: Rectangle }[];
}

export interface Misses {
  name: string;
  /** Share of taps that land outside of the control. */
  miss: number;
  /** Share that lands on another control. */
  neighbour: number;
  /** Share that lands on one that takes something away. */
  danger: number;
}

/** Slices of the finger's spread on either side of its centre, and how far out they go, in σ. */
const SLICES = 600;
const REACH = 6;

/** Share of a Gaussian of σ 1 between two places, by the midpoint rule: to 1e-6, the same on every machine. */
function shareBetween(from: number, to: number): number {
  const [low, high] = [Math.max(-REACH, from), Math.min(REACH, to)];
  if (high <= low) return 0;
  const count = Math.max(1, Math.ceil(((high - low) / REACH) * SLICES));
  const width = (high - low) / count;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += Math.exp(-((low + (i + 0.5) * width) ** 2) / 2);
  return (sum * width) / Math.sqrt(2 * Math.PI);
}

/** Share of taps aimed at a point (CSS px) that land in a rectangle. */
export function hitShare(
  [left, top, right, bottom]: Rectangle,
  aim: { x: number; y: number },
  sigma: number = FINGER.sigma,
): number {
  const spread = sigma / FINGER.pixel;
  return (
    shareBetween((left - aim.x) / spread, (right - aim.x) / spread) *
    shareBetween((top - aim.y) / spread, (bottom - aim.y) / spread)
  );
}

/** Where the taps on one control land, aimed at its centre. Controls do not overlap, so shares add up. */
export function missesOf({ name, own, neighbours }: Aimed): Misses {
  const [left, top, right, bottom] = own;
  const aim = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const sum = (some: Aimed['neighbours']) =>
    some.reduce((total, { box }) => total + hitShare(box, aim), 0);
  return {
    name,
    miss: 1 - hitShare(own, aim),
    neighbour: sum(neighbours),
    danger: sum(neighbours.filter(({ isDanger }) => isDanger)),
  };
}

export interface Summary {
  mean: number;
  /** The largest share of misses, and of taps on another control, on one that takes something away. */
  worst: number;
  neighbour: number;
  danger: number;
}

/** The worst and the mean of several controls; all zero without any. */
export function summary(all: readonly Misses[]): Summary {
  if (all.length === 0) return { worst: 0, mean: 0, neighbour: 0, danger: 0 };
  return {
    neighbour: Math.max(...all.map(({ neighbour }) => neighbour)),
    worst: Math.max(...all.map(({ miss }) => miss)),
    mean: all.reduce((sum, { miss }) => sum + miss, 0) / all.length,
    danger: Math.max(...all.map(({ danger }) => danger)),
  };
}
