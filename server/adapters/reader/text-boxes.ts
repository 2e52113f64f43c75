import { convexHull, smallestRectangle, type Point, type Quad } from './geometry.ts';

/** The settings that PP-OCR publishes for its detector, and how far a box grows beyond what it marks. */
const IS_TEXT = 0.3;
const MEAN_MIN = 0.5;
const GROWTH = 1.6;
const PIXELS_MIN = 10;
const SIDE_MIN = 3;

interface Blob {
  /** For each row: its first and last column. */
  rows: Map<number, [number, number]>;
  pixels: number;
  sum: number;
}

/** Follows one patch of text from a pixel on; what was seen is marked. */
function follow(
  map: Float32Array,
  width: number,
  height: number,
  start: number,
  seen: Uint8Array,
  stack: Int32Array,
): Blob {
  const rows = new Map<number, [number, number]>();
  let [pixels, sum, depth] = [0, 0, 0];
  stack[depth++] = start;
  seen[start] = 1;
  while (depth > 0) {
    const at = stack[--depth] ?? 0;
    const y = Math.floor(at / width);
    const x = at - y * width;
    pixels += 1;
    sum += map[at] ?? 0;
    const row = rows.get(y);
    if (!row) rows.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] || (map[next] ?? 0) <= IS_TEXT) continue;
        seen[next] = 1;
        stack[depth++] = next;
      }
    }
  }
  return { rows, pixels, sum };
}

function quadOf({ rows }: Blob): Quad | undefined {
  const corners: Point[] = [];
  for (const [y, [left, right]] of rows) {
    corners.push({ x: left, y }, { x: right + 1, y }, { x: left, y: y + 1 });
    corners.push({ x: right + 1, y: y + 1 });
  }
  const rectangle = smallestRectangle(convexHull(corners));
  if (!rectangle || Math.min(rectangle.width, rectangle.height) < SIDE_MIN) return undefined;
  const { width, height } = rectangle;
  return rectangle.grown((width * height * GROWTH) / (2 * (width + height)));
}

/**
 * The lines of text in a detector's map (DB post-processing without a library).
 * @param map chance of text for each pixel, row by row
 * @returns corners in px of the map
 */
export function textBoxes(map: Float32Array, width: number, height: number): Quad[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const boxes: Quad[] = [];
  for (let at = 0; at < width * height; at += 1) {
    if (seen[at] || (map[at] ?? 0) <= IS_TEXT) continue;
    const blob = follow(map, width, height, at, seen, stack);
    if (blob.pixels < PIXELS_MIN || blob.sum / blob.pixels < MEAN_MIN) continue;
    const quad = quadOf(blob);
    if (quad) boxes.push(quad);
  }
  return boxes;
}
