import { CELL } from './raster.ts';
import type { PhotoRaster } from './types.ts';

/** Lowest of red, green and blue from which a place counts as clipped, and below which paper is not white itself. */
const CLIPPED = 247;
const NOT_WHITE = 240;
/** A patch that takes more of the writing is no reflection but light from one side. */
const MOST = 0.12;

/**
 * Cells of the largest clipped patch over what is written; 0 where the paper is as white as a reflection, because the
 * two cannot be told apart then.
 * @param box what is written, points of the brightness raster
 */
export function glareCells(
  { across, down, data }: PhotoRaster['colours'],
  box: { left: number; top: number; right: number; bottom: number },
): number {
  const left = Math.floor(box.left / CELL);
  const top = Math.floor(box.top / CELL);
  const right = Math.min(across, Math.ceil(box.right / CELL));
  const bottom = Math.min(down, Math.ceil(box.bottom / CELL));
  const lowest = (cell: number): number =>
    Math.min(data[cell * 3]!, data[cell * 3 + 1]!, data[cell * 3 + 2]!);
  const values: number[] = [];
  const clipped = new Set<number>();
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const value = lowest(y * across + x);
      values.push(value);
      if (value >= CLIPPED) clipped.add(y * across + x);
    }
  }
  values.sort((a, b) => a - b);
  if (values.length === 0 || values[Math.floor(values.length * 0.7)]! >= NOT_WHITE) return 0;
  let largest = 0;
  while (clipped.size > 0) {
    const [first] = clipped;
    const open = [first!];
    clipped.delete(first!);
    let size = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      size++;
      for (const next of [cell - 1, cell + 1, cell - across, cell + across]) {
        if (clipped.delete(next)) open.push(next);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest <= values.length * MOST ? largest : 0;
}
