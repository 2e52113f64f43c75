import type { GreyRaster } from './types.ts';

/** Side of a tile, points of the raster: a few characters of a line. */
export const TILE = 24;

/** What is in each tile of a raster, row by row. */
export interface Tiles {
  across: number;
  down: number;
  darkest: Uint8Array;
  brightest: Uint8Array;
  /** Steepest change of brightness over two points, sideways and downwards, smoothed over three against noise. */
  steepAcross: Float32Array;
  steepDown: Float32Array;
  /** How often brightness goes up and down: of all changes the sum for each point, in parts of the tile's range. */
  busyAcross: Float32Array;
  busyDown: Float32Array;
}

/** Cuts a raster into tiles and measures each of them, in one pass. */
export function tilesOf({ width, height, data }: GreyRaster): Tiles {
  const across = Math.max(1, Math.floor(width / TILE));
  const down = Math.max(1, Math.floor(height / TILE));
  const count = across * down;
  const tiles: Tiles = {
    across,
    down,
    darkest: new Uint8Array(count),
    brightest: new Uint8Array(count),
    steepAcross: new Float32Array(count),
    steepDown: new Float32Array(count),
    busyAcross: new Float32Array(count),
    busyDown: new Float32Array(count),
  };
  for (let ty = 0; ty < down; ty++) {
    const top = Math.max(1, ty * TILE);
    const bottom = Math.min(height - 1, (ty + 1) * TILE);
    for (let tx = 0; tx < across; tx++) {
      const left = Math.max(1, tx * TILE);
      const right = Math.min(width - 1, (tx + 1) * TILE);
      let darkest = 255;
      let brightest = 0;
      let steepX = 0;
      let steepY = 0;
      let sumX = 0;
      let sumY = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left, at = y * width + left; x < right; x++, at++) {
          const value = data[at]!;
          if (value < darkest) darkest = value;
          if (value > brightest) brightest = value;
          const a = data[at - width - 1]!;
          const b = data[at - width]!;
          const c = data[at - width + 1]!;
          const d = data[at - 1]!;
          const f = data[at + 1]!;
          const g = data[at + width - 1]!;
          const h = data[at + width]!;
          const i = data[at + width + 1]!;
          const gx = Math.abs(c + f + f + i - a - d - d - g);
          const gy = Math.abs(g + h + h + i - a - b - b - c);
          if (gx > steepX) steepX = gx;
          if (gy > steepY) steepY = gy;
          sumX += gx;
          sumY += gy;
        }
      }
      const at = ty * across + tx;
      const area = Math.max(1, (bottom - top) * (right - left));
      const range = Math.max(1, brightest - darkest);
      tiles.darkest[at] = darkest;
      tiles.brightest[at] = brightest;
      tiles.steepAcross[at] = steepX / 4;
      tiles.steepDown[at] = steepY / 4;
      tiles.busyAcross[at] = sumX / 8 / area / range;
      tiles.busyDown[at] = sumY / 8 / area / range;
    }
  }
  return tiles;
}

/** Tiles in which brightness goes up and down in both directions, with a good part of the picture's contrast. */
export function writtenTiles(tiles: Tiles, span: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < tiles.across * tiles.down; i++) {
    const range = tiles.brightest[i]! - tiles.darkest[i]!;
    const isBusy = tiles.busyAcross[i]! > 0.06 && tiles.busyDown[i]! > 0.06;
    if (isBusy && range >= Math.max(24, span * 0.3)) found.push(i);
  }
  return found;
}
