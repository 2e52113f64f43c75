import type { GreyRaster, PhotoRaster } from './types.ts';

/** Longest side of the raster that is measured, points: at 1280 a page is still readable, and a look at it is quick. */
export const RASTER_SIDE = 1280;

/** Side of a cell of the colour grid, points of the raster. */
export const CELL = 10;

/** Where each point of a shorter row takes its share from in a longer one: from, and how much of the first. */
function stepsOf(from: number, to: number): Float64Array {
  return Float64Array.from({ length: to + 1 }, (_, i) => (i * from) / to);
}

/** Averages rows of numbers, so that every point counts as much as the share of it that is covered. */
function shrinkRow(row: Float32Array, steps: Float64Array, out: Float32Array): void {
  const last = row.length - 1;
  for (let i = 0; i < out.length; i++) {
    const start = steps[i]!;
    const end = steps[i + 1]!;
    let at = Math.floor(start);
    let sum = -row[at]! * (start - at);
    for (; at + 1 <= end; at++) sum += row[at]!;
    sum += row[Math.min(at, last)]! * (end - at);
    out[i] = sum / (end - start);
  }
}

/**
 * Makes the brightness raster: each point the mean of the points that it covers, never enlarged. The same sums here and
 * in Node, because a threshold that was found with one way of shrinking is wrong for another.
 */
function greyOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): GreyRaster {
  const scale = Math.min(1, RASTER_SIDE / Math.max(width, height));
  const out = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const data = new Uint8Array(out.width * out.height);
  const across = stepsOf(width, out.width);
  const down = stepsOf(height, out.height);
  const full = new Float32Array(width);
  const short = new Float32Array(out.width);
  const sums = new Float32Array(out.width);
  let next = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width * 4; x < width; x++, at += 4) {
      full[x] = rgba[at]! * 0.299 + rgba[at + 1]! * 0.587 + rgba[at + 2]! * 0.114;
    }
    shrinkRow(full, across, short);
    const end = down[next + 1]!;
    const share = Math.min(1, end - y);
    for (let x = 0; x < out.width; x++) sums[x]! += short[x]! * share;
    if (y + 1 < end - 1e-6) continue;
    const area = end - down[next]!;
    const rest = next + 1 < out.height ? 1 - share : 0;
    for (let x = 0, at = next * out.width; x < out.width; x++, at++) {
      data[at] = Math.min(255, sums[x]! / area + 0.5);
      sums[x] = short[x]! * rest;
    }
    if (++next === out.height) break;
  }
  return { ...out, data };
}

/** Mean red, green and blue of the cells of a coarse grid; a few points of each cell are enough for a mean. */
function coloursOf(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  grey: GreyRaster,
): PhotoRaster['colours'] {
  const across = Math.ceil(grey.width / CELL);
  const down = Math.ceil(grey.height / CELL);
  const data = new Uint8Array(across * down * 3);
  const step = (width / grey.width) * CELL;
  const SAMPLES = 5;
  for (let cy = 0; cy < down; cy++) {
    for (let cx = 0; cx < across; cx++) {
      const sum = [0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = Math.min(width - 1, Math.floor((cx + ((i % SAMPLES) + 0.5) / SAMPLES) * step));
        const y = Math.min(
          height - 1,
          Math.floor((cy + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * step),
        );
        const at = (y * width + x) * 4;
        for (let c = 0; c < 3; c++) sum[c]! += rgba[at + c]!;
      }
      for (let c = 0; c < 3; c++) {
        data[(cy * across + cx) * 3 + c] = sum[c]! / (SAMPLES * SAMPLES);
      }
    }
  }
  return { across, down, data };
}

/**
 * What all measures look at.
 * @param rgba points of the upright photo in the size in which it is sent, row by row
 */
export function rasterOf(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
): PhotoRaster {
  const grey = greyOf(rgba, width, height);
  return { grey, colours: coloursOf(rgba, width, height, grey), scale: grey.width / width };
}
