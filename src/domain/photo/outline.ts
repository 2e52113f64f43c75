import type { SheetMask } from './sheet.ts';

/** Cells at the border of a picture in which a sheet counts as running out of it. */
const RIM = 2;

export interface Point {
  x: number;
  y: number;
}

/** Twice the area to the left of the way a → b → c. */
const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The corners of the tightest line around a sheet, in order. */
export function hullOf({ across, down, cells }: SheetMask): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  for (let y = 0; y < down; y++) {
    let from = -1;
    let to = -1;
    for (let x = 0; x < across; x++) {
      if (!cells[y * across + x]) continue;
      if (from < 0) from = x;
      to = x + 1;
    }
    if (from < 0) continue;
    left.push({ x: from, y }, { x: from, y: y + 1 });
    right.push({ x: to, y }, { x: to, y: y + 1 });
  }
  const chain = (points: Point[], sign: number): Point[] => {
    const kept: Point[] = [];
    for (const point of points) {
      while (
        kept.length > 1 &&
        sign * turn(kept[kept.length - 2]!, kept[kept.length - 1]!, point) <= 0
      ) {
        kept.pop();
      }
      kept.push(point);
    }
    return kept;
  };
  return [...chain(right, 1), ...chain(left, -1).reverse()];
}

/** Cells within a line around. */
export function areaOf(points: readonly Point[]): number {
  let sum = 0;
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length]!;
    sum += a.x * b.y - b.x * a.y;
  });
  return Math.abs(sum) / 2;
}

/** Where a sheet meets one side of the picture, cells; `count` 0 where it does not. */
export interface Contact {
  count: number;
  from: number;
  to: number;
  /** Of this side, from end to end. */
  length: number;
  /** Cells between the sheet and this side. */
  gap: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** How a sheet meets the four sides of the picture. */
export function contactsOf({ across, down, cells }: SheetMask): Record<Side, Contact> {
  const isIn = (x: number, y: number) => cells[y * across + x] === 1;
  const along = (length: number, depth: number, at: (i: number, d: number) => boolean): Contact => {
    const found: Contact = { count: 0, from: length, to: -1, length, gap: depth };
    for (let i = 0; i < length; i++) {
      let d = 0;
      while (d < found.gap && !at(i, d)) d++;
      found.gap = Math.min(found.gap, d);
      let rim = 0;
      for (let k = 0; k < RIM; k++) if (at(i, k)) rim++;
      if (rim < RIM) continue;
      found.count++;
      found.from = Math.min(found.from, i);
      found.to = i;
    }
    return found;
  };
  return {
    left: along(down, across, (i, d) => isIn(d, i)),
    right: along(down, across, (i, d) => isIn(across - 1 - d, i)),
    top: along(across, down, (i, d) => isIn(i, d)),
    bottom: along(across, down, (i, d) => isIn(i, down - 1 - d)),
  };
}

/** How far from a straight-sided sheet a line around something is, 0 to 1 each. */
export interface Untidiness {
  /** Of the rows and columns of cells, those in which the sheet stays behind the line around it. */
  bays: number;
  /** Of the line around that is not the picture's own side, what runs neither along nor across the sheet. */
  slants: number;
}

const BAY = 2.5;
const SLANT = (13 * Math.PI) / 180;

/** Where the line around a sheet crosses the middle of each row. */
function spansOf(hull: readonly Point[], rows: number): [Float64Array, Float64Array] {
  const from = new Float64Array(rows).fill(Infinity);
  const to = new Float64Array(rows).fill(-Infinity);
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length]!;
    if (a.y === b.y) return;
    const [low, high] = a.y < b.y ? [a, b] : [b, a];
    for (let y = Math.ceil(low.y - 0.5); y + 0.5 <= high.y && y < rows; y++) {
      const x = low.x + ((high.x - low.x) * (y + 0.5 - low.y)) / (high.y - low.y);
      from[y] = Math.min(from[y]!, x);
      to[y] = Math.max(to[y]!, x);
    }
  });
  return [from, to];
}

/** How well the line around a sheet is that of one sheet, and not of two that lie on each other. */
export function untidinessOf(sheet: SheetMask, hull: readonly Point[]): Untidiness {
  const { across, down, cells } = sheet;
  let rows = 0;
  let bays = 0;
  const count = (
    length: number,
    depth: number,
    line: readonly Point[],
    at: (i: number, d: number) => number,
  ) => {
    const [from, to] = spansOf(line, length);
    for (let i = 0; i < length; i++) {
      if (!(to[i]! > from[i]!)) continue;
      let first = 0;
      while (first < depth && !cells[at(i, first)]) first++;
      let last = depth - 1;
      while (last > first && !cells[at(i, last)]) last--;
      // Each end by itself: a thumb over one side takes as many rows as one of two sheets.
      rows += 2;
      if (first - from[i]! > BAY) bays++;
      if (to[i]! - last - 1 > BAY) bays++;
    }
  };
  count(down, across, hull, (y, x) => y * across + x);
  const turned = hull.map(({ x, y }) => ({ x: y, y: x }));
  count(across, down, turned, (x, y) => y * across + x);

  const isRim = (a: Point, b: Point): boolean =>
    (a.x < 2 && b.x < 2) ||
    (a.y < 2 && b.y < 2) ||
    (a.x > across - 2 && b.x > across - 2) ||
    (a.y > down - 2 && b.y > down - 2);
  const edges = hull.flatMap((a, i) => {
    const b = hull[(i + 1) % hull.length]!;
    if (isRim(a, b)) return [];
    return [{ angle: Math.atan2(b.y - a.y, b.x - a.x), length: Math.hypot(b.x - a.x, b.y - a.y) }];
  });
  const quarter = Math.PI / 2;
  const off = (a: number, b: number): number => {
    const rest = Math.abs((((a - b) % quarter) + quarter) % quarter);
    return Math.min(rest, quarter - rest);
  };
  const all = edges.reduce((sum, { length }) => sum + length, 0);
  let slants = all;
  for (const { angle } of edges) {
    const own = edges.reduce(
      (sum, one) => sum + (off(one.angle, angle) > SLANT ? one.length : 0),
      0,
    );
    slants = Math.min(slants, own);
  }
  return { bays: rows ? bays / rows : 1, slants: all ? slants / all : 0 };
}
