import { CELL, FINE_CELL } from './raster.ts';
import type { PhotoRaster } from './types.ts';

const GLARE = {
  /** Lowest of red, green and blue from which a place counts as clipped. */
  clipped: 247,
  /** On white paper: by how much it has to be brighter than the paper, or the two are the same. */
  above: 3,
  /** A patch that takes more of the writing is no reflection but light from one side. */
  most: 0.12,
  /** Darker than the brightest of a cell by this much is print. */
  ink: 30,
  /** Cells around a patch in which there is print, if it hides some. */
  around: 4,
  printAround: 0.3,
  /** And in the patch itself there is none. */
  printInside: 0.12,
} as const;

/**
 * Cells of the largest patch that is brighter than the paper and hides what is written: clipped, without print, print
 * all around it. 0 where the paper is as white as a reflection, because the two cannot be told apart then.
 * @param box what is written, points of the brightness raster
 */
export function glareCells(
  { colours: { across, down, data }, lights, darks }: PhotoRaster,
  box: { left: number; top: number; right: number; bottom: number },
): number {
  const left = Math.floor(box.left / CELL);
  const top = Math.floor(box.top / CELL);
  const right = Math.min(across, Math.ceil(box.right / CELL));
  const bottom = Math.min(down, Math.ceil(box.bottom / CELL));
  const lowest = (cell: number): number =>
    Math.min(data[cell * 3]!, data[cell * 3 + 1]!, data[cell * 3 + 2]!);
  const values: number[] = [];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) values.push(lowest(y * across + x));
  }
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  const paper = values[Math.floor(values.length * 0.75)]!;
  const limit = Math.max(GLARE.clipped, paper + GLARE.above);
  if (limit > 254) return 0;

  const fine = CELL / FINE_CELL;
  /** Difference between the brightest and the darkest of a cell. */
  const isInk = (x: number, y: number): boolean => {
    let [high, low] = [0, 765];
    for (let fy = y * fine; fy < Math.min(lights.down, (y + 1) * fine); fy++) {
      for (let fx = x * fine; fx < Math.min(lights.across, (x + 1) * fine); fx++) {
        const at = (fy * lights.across + fx) * 3;
        high = Math.max(high, lights.data[at]! + lights.data[at + 1]! + lights.data[at + 2]!);
        low = Math.min(low, darks.data[at]! + darks.data[at + 1]! + darks.data[at + 2]!);
      }
    }
    return high - low >= GLARE.ink * 3;
  };
  const clipped = new Set<number>();
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (lowest(y * across + x) >= limit) clipped.add(y * across + x);
    }
  }
  let largest = 0;
  while (clipped.size > 0) {
    const [first] = clipped;
    const patch = [first!];
    clipped.delete(first!);
    for (const cell of patch) {
      for (const next of [cell - 1, cell + 1, cell - across, cell + across]) {
        if (clipped.delete(next)) patch.push(next);
      }
    }
    if (patch.length <= largest || patch.length > values.length * GLARE.most) continue;
    const own = new Set(patch);
    const around = new Set<number>();
    let inside = 0;
    for (const cell of patch) {
      const [cx, cy] = [cell % across, Math.floor(cell / across)];
      if (isInk(cx, cy)) inside++;
      for (let y = cy - GLARE.around; y <= cy + GLARE.around; y++) {
        for (let x = cx - GLARE.around; x <= cx + GLARE.around; x++) {
          const near = y * across + x;
          if (x >= left && x < right && y >= top && y < bottom && !own.has(near)) around.add(near);
        }
      }
    }
    let print = 0;
    for (const cell of around) if (isInk(cell % across, Math.floor(cell / across))) print++;
    if (inside > patch.length * GLARE.printInside) continue;
    if (print < around.size * GLARE.printAround) continue;
    largest = patch.length;
  }
  return largest;
}
