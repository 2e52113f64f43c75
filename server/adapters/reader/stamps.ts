import type { Pixels } from './pixels.ts';

/** Side of the squares in which the paper's brightness is measured: light falls unevenly on a page. */
const TILE = 64;
/** Of the paper's red: what is darker is print, whatever its colour; what is lighter may be the ink of a stamp. */
const PRINT = 0.55;
const INK = 0.75;

/** The red of bare paper in each square: the value below which nine of ten pixels are. */
function paperRed({ data, width, height }: Pixels): { at: (x: number, y: number) => number } {
  const across = Math.ceil(width / TILE);
  const levels = new Uint8Array(across * Math.ceil(height / TILE));
  const counts = new Uint32Array(256);
  for (let tile = 0; tile < levels.length; tile += 1) {
    const left = (tile % across) * TILE;
    const top = Math.floor(tile / across) * TILE;
    const [right, bottom] = [Math.min(width, left + TILE), Math.min(height, top + TILE)];
    counts.fill(0);
    for (let y = top; y < bottom; y += 2) {
      for (let x = left; x < right; x += 2) {
        const red = data[(y * width + x) * 3] ?? 0;
        counts[red] = (counts[red] ?? 0) + 1;
      }
    }
    let left9 = 0.9 * Math.ceil((right - left) / 2) * Math.ceil((bottom - top) / 2);
    let level = 0;
    while (level < 255 && left9 > (counts[level] ?? 0)) {
      left9 -= counts[level] ?? 0;
      level += 1;
    }
    levels[tile] = Math.max(1, level);
  }
  return { at: (x, y) => levels[Math.floor(y / TILE) * across + Math.floor(x / TILE)] ?? 255 };
}

/**
 * The picture in grey as seen through red glass, with what is left of red ink taken away: stamps vanish, print stays,
 * also brown print, which is darker. On invoices they lie over the hospital's name.
 */
export function withoutStamps(image: Pixels): Pixels {
  const { data, width, height } = image;
  const paper = paperRed(image);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const red = data[at] ?? 0;
      const level = paper.at(x, y);
      const share = Math.min(1, Math.max(0, (red / level - PRINT) / (INK - PRINT)));
      const tint = Math.max(0, red - ((data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 2);
      const value = Math.min(Math.max(red, level), red + share * tint);
      out[at] = value;
      out[at + 1] = value;
      out[at + 2] = value;
    }
  }
  return { data: out, width, height };
}

/** The picture in grey as seen through red glass, and nothing else: stamps are pale, not gone. */
export function throughRed({ data, width, height }: Pixels): Pixels {
  const out = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) out.fill(data[at] ?? 0, at, at + 3);
  return { data: out, width, height };
}
