/** A point in px: x to the right, y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** Four corners: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

const cross = (o: Point, a: Point, b: Point): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The smallest convex outline around points (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [b, a] = [chain[chain.length - 1], chain[chain.length - 2]];
        if (!a || !b || cross(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The corners in reading order: the left pair and the right pair, each from above. */
function inOrder(corners: readonly Point[]): Quad | undefined {
  const [a, b, c, d] = [...corners].sort((p, q) => p.x - q.x);
  if (!a || !b || !c || !d) return undefined;
  const [topLeft, bottomLeft] = a.y <= b.y ? [a, b] : [b, a];
  const [topRight, bottomRight] = c.y <= d.y ? [c, d] : [d, c];
  return [topLeft, topRight, bottomRight, bottomLeft];
}

export interface Rectangle {
  width: number;
  height: number;
  /** The corners when every side is moved outwards by so many px. */
  grown(by: number): Quad | undefined;
}

/** The rectangle of the smallest area around a convex outline; one of its sides lies on one of the outline's. */
export function smallestRectangle(hull: readonly Point[]): Rectangle | undefined {
  let best: { area: number; rectangle: Rectangle } | undefined;
  hull.forEach((from, at) => {
    const to = hull[(at + 1) % hull.length];
    const length = to ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
    if (!to || length === 0) return;
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    let [minA, maxA, minB, maxB] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of hull) {
      const a = x * along.x + y * along.y;
      const b = y * along.x - x * along.y;
      [minA, maxA] = [Math.min(minA, a), Math.max(maxA, a)];
      [minB, maxB] = [Math.min(minB, b), Math.max(maxB, b)];
    }
    const [width, height] = [maxA - minA, maxB - minB];
    if (best && best.area <= width * height) return;
    const corner = (a: number, b: number): Point => ({
      x: a * along.x - b * along.y,
      y: a * along.y + b * along.x,
    });
    const grown = (by: number): Quad | undefined =>
      inOrder([
        corner(minA - by, minB - by),
        corner(maxA + by, minB - by),
        corner(maxA + by, maxB + by),
        corner(minA - by, maxB + by),
      ]);
    best = { area: width * height, rectangle: { width, height, grown } };
  });
  return best?.rectangle;
}

/** Length of the upper side and of the left side. */
export function sizeOf([topLeft, topRight, , bottomLeft]: Quad): { width: number; height: number } {
  return {
    width: Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y),
    height: Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y),
  };
}
