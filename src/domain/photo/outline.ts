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
