import { hullOf, type Point } from './outline.ts';
import type { SheetMask } from './sheet.ts';

/** What a sheet looks like that lies wholly in the picture. */
export interface SheetShape {
  /** Longer side through shorter side. */
  ratio: number;
  /** How far its corners stay behind those of a sheet with sharp ones, in parts of its longer side. */
  roundness: number;
  /** Longer side, cells. */
  side: number;
}

/** A line as n · p = d, with n of length 1. */
interface Line {
  nx: number;
  ny: number;
  d: number;
}

/** Points along a line around, half a cell apart, each with the direction that it looks outwards. */
function walk(hull: readonly Point[]): (Point & { nx: number; ny: number })[] {
  const points: (Point & { nx: number; ny: number })[] = [];
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length]!;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy);
    for (let at = 0.25; at < length; at += 0.5) {
      const share = at / length;
      points.push({ x: a.x + dx * share, y: a.y + dy * share, nx: dy / length, ny: -dx / length });
    }
  });
  return points;
}

/** The direction of the tightest rectangle around, radians. */
function slantOf(hull: readonly Point[]): number {
  let best = 0;
  let least = Infinity;
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length]!;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const us = hull.map((p) => p.x * c + p.y * s);
    const vs = hull.map((p) => p.y * c - p.x * s);
    const area = (Math.max(...us) - Math.min(...us)) * (Math.max(...vs) - Math.min(...vs));
    if (area < least) [least, best] = [area, angle];
  });
  return best;
}

/** The straight line that lies closest to the points. */
function lineThrough(points: readonly Point[]): Line {
  const n = points.length;
  const mx = points.reduce((sum, p) => sum + p.x, 0) / n;
  const my = points.reduce((sum, p) => sum + p.y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  return { nx, ny, d: nx * mx + ny * my };
}

function meet(a: Line, b: Line): Point {
  const det = a.nx * b.ny - b.nx * a.ny;
  return { x: (a.d * b.ny - b.d * a.ny) / det, y: (a.nx * b.d - b.nx * a.d) / det };
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The shape of a sheet with four straight sides; null where it has not. */
export function shapeOf(sheet: SheetMask): SheetShape | null {
  const hull = hullOf(sheet);
  if (hull.length < 4) return null;
  const slant = slantOf(hull);
  const around = walk(hull);
  const lines: Line[] = [];
  for (let side = 0; side < 4; side++) {
    const angle = slant + (side * Math.PI) / 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    // Looks that way within some 20°, and not near the ends, where a corner may be round.
    const own = around.filter(({ nx, ny }) => nx * c + ny * s > 0.94);
    if (own.length < 20) return null;
    const along = own.map((p) => p.y * c - p.x * s).sort((a, b) => a - b);
    const [from, to] = [along[0]!, along[along.length - 1]!];
    const margin = (to - from) * 0.15;
    const middle = own.filter((p) => {
      const at = p.y * c - p.x * s;
      return at > from + margin && at < to - margin;
    });
    if (middle.length < 10) return null;
    lines.push(lineThrough(middle));
  }
  const corners = lines.map((line, i) => meet(line, lines[(i + 1) % 4]!));
  const sides = corners.map((corner, i) => apart(corner, corners[(i + 1) % 4]!));
  const [a, b] = [(sides[0]! + sides[2]!) / 2, (sides[1]! + sides[3]!) / 2];
  const longer = Math.max(a, b);
  const behind = corners.map((corner) => Math.min(...around.map((p) => apart(corner, p))));
  behind.sort((x, y) => x - y);
  // A finger over one corner, a folded one: the two in the middle.
  return {
    ratio: longer / Math.max(1, Math.min(a, b)),
    roundness: (behind[1]! + behind[2]!) / 2 / longer,
    side: longer,
  };
}
