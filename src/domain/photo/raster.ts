import type { GreyRaster, PhotoRaster } from './types.ts';

/** Longest side of the raster that is measured, points: at 1280 a page is still readable, and a look at it is quick. */
export const RASTER_SIDE = 1280;

/** Side of a cell of the colour grid, points of the raster. */
export const CELL = 10;

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
function coloursOf(rgba: Points, width: number, height: number): PhotoRaster['colours'] {
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
  return {
    grey: greyOf(rgba, width, height),
    colours: coloursOf(rgba, width, height),
    scale: width / sentWidth,
  };
}
