import type { ColourGrid, GreyRaster, PhotoRaster } from './types.ts';

/** Longest side of the raster that is measured, points: at 1280 a page is still readable, and a look at it is quick. */
export const RASTER_SIDE = 1280;

/** Side of a cell of the colour grid, points of the raster. */
export const CELL = 10;

/** Side of a cell of the grids of brightest and darkest points. */
export const FINE_CELL = 5;

/** How large the raster of a photo is: never larger than the photo as it is sent. */
export function rasterSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, RASTER_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

type Points = Uint8ClampedArray | Uint8Array;

function greyOf(rgba: Points, width: number, height: number): GreyRaster {
  const data = new Uint8Array(width * height);
  // Rec. 601 in 256ths, which a phone adds without leaving whole numbers.
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    data[i] = (rgba[at]! * 77 + rgba[at + 1]! * 150 + rgba[at + 2]! * 29 + 128) >> 8;
  }
  return { width, height, data };
}

/** Mean red, green and blue of the cells of a coarse grid; every other point of a cell is enough for a mean. */
function coloursOf(rgba: Points, width: number, height: number): ColourGrid {
  const across = Math.ceil(width / CELL);
  const down = Math.ceil(height / CELL);
  const data = new Uint8Array(across * down * 3);
  for (let cy = 0; cy < down; cy++) {
    const bottom = Math.min(height, (cy + 1) * CELL);
    for (let cx = 0; cx < across; cx++) {
      const right = Math.min(width, (cx + 1) * CELL);
      let red = 0;
      let green = 0;
      let blue = 0;
      let count = 0;
      for (let y = cy * CELL; y < bottom; y += 2) {
        for (let x = cx * CELL; x < right; x += 2) {
          const at = (y * width + x) * 4;
          red += rgba[at]!;
          green += rgba[at + 1]!;
          blue += rgba[at + 2]!;
          count++;
        }
      }
      const cell = (cy * across + cx) * 3;
      data[cell] = red / count;
      data[cell + 1] = green / count;
      data[cell + 2] = blue / count;
    }
  }
  return { across, down, data };
}

/** The brightest and the darkest point of each cell of the finer grid. */
function extremesOf(rgba: Points, { width, height, data }: GreyRaster): [ColourGrid, ColourGrid] {
  const across = Math.max(1, Math.floor(width / FINE_CELL));
  const down = Math.max(1, Math.floor(height / FINE_CELL));
  const lights = new Uint8Array(across * down * 3);
  const darks = new Uint8Array(across * down * 3);
  const lightest = new Int32Array(across);
  const darkest = new Int32Array(across);
  for (let cy = 0; cy < down; cy++) {
    for (let cx = 0; cx < across; cx++) {
      lightest[cx] = darkest[cx] = cy * FINE_CELL * width + cx * FINE_CELL;
    }
    const bottom = Math.min(height, (cy + 1) * FINE_CELL);
    for (let y = cy * FINE_CELL; y < bottom; y++) {
      for (let cx = 0; cx < across; cx++) {
        let high = lightest[cx]!;
        let low = darkest[cx]!;
        const from = y * width + cx * FINE_CELL;
        const end = Math.min(from + FINE_CELL, (y + 1) * width);
        for (let at = from; at < end; at++) {
          if (data[at]! > data[high]!) high = at;
          if (data[at]! < data[low]!) low = at;
        }
        lightest[cx] = high;
        darkest[cx] = low;
      }
    }
    for (let cx = 0; cx < across; cx++) {
      const cell = (cy * across + cx) * 3;
      const [high, low] = [lightest[cx]! * 4, darkest[cx]! * 4];
      for (let c = 0; c < 3; c++) {
        lights[cell + c] = rgba[high + c]!;
        darks[cell + c] = rgba[low + c]!;
      }
    }
  }
  return [
    { across, down, data: lights },
    { across, down, data: darks },
  ];
}

/**
 * What all measures look at.
 * @param rgba points of the upright photo, drawn in `rasterSize` by straight interpolation, row by row: a limit that was
 *   found with one way of shrinking is wrong for another
 * @param sentWidth of the photo as it is sent, points
 */
export function rasterOf(
  rgba: Points,
  { width, height }: { width: number; height: number },
  sentWidth: number,
): PhotoRaster {
  const grey = greyOf(rgba, width, height);
  const [lights, darks] = extremesOf(rgba, grey);
  return {
    grey,
    lights,
    darks,
    colours: coloursOf(rgba, width, height),
    scale: width / sentWidth,
  };
}
