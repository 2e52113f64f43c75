import sharp, { type Sharp } from 'sharp';
import { rasterOf, rasterSize } from '#domain/photo/raster.ts';
import type { PhotoRaster } from '#domain/photo/types.ts';

/** Papers for tests, drawn stroke by stroke: a machine without Chinese fonts draws the same. */

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A line of made-up characters of some strokes each. */
export function lineOf(
  random: () => number,
  x: number,
  y: number,
  size: number,
  count: number,
): string {
  let path = '';
  for (let i = 0; i < count; i++) {
    const at = (dx: number, dy: number) => `${x + (i * 1.1 + dx) * size} ${y + dy * size}`;
    for (let k = 0; k < 2 + random() * 2; k++) {
      const level = 0.1 + random() * 0.8;
      path += `M${at(0.08, level)}L${at(0.9, level)}`;
      const upright = 0.1 + random() * 0.8;
      path += `M${at(upright, 0.05)}L${at(upright, 0.95)}`;
    }
    path += `M${at(0.5, 0.1)}L${at(random(), 0.9)}`;
  }
  return `<path d="${path}" fill="none" stroke-width="${size * 0.085}"/>`;
}

const clothOf = (colour: string): string =>
  `<defs><pattern id="c" width="70" height="70" patternUnits="userSpaceOnUse"><path d="M0 15H70M0 45H70M20 0V70M55 0V70"
  stroke="${colour}" stroke-width="16" stroke-opacity=".45"/></pattern></defs><rect width="1600" height="1200" fill="url(#c)"/>`;

export interface DrawnPaper {
  seed: number;
  kind: 'card' | 'page';
  ground: string;
  paper: string;
  ink: string;
  /** Longest side of the paper, points in a photo of 1600 × 1200. */
  side?: number;
  degrees?: number;
  /** A checked cloth in this colour over the ground. */
  cloth?: string;
}

/** A paper on a table as an upright photo of 1600 × 1200 without a fault. */
export function drawPaper(wanted: DrawnPaper): Sharp {
  const { seed, kind, ground, paper, ink, degrees = 0 } = wanted;
  const random = randomOf(seed);
  const side = wanted.side ?? (kind === 'card' ? 1140 : 1350);
  const height = side / (kind === 'card' ? 1.586 : 1.45);
  const [x, y] = [(1600 - side) / 2, (1200 - height) / 2];
  const lines = kind === 'card' ? 7 : 20;
  const step = height / (lines + 1);
  let text = '';
  for (let i = 0; i < lines; i++) {
    const size = step * 0.62;
    const most = (side * 0.9) / size / 1.1;
    const count = Math.floor(most * (0.5 + random() * 0.5));
    text += lineOf(random, x + side * 0.05, y + step * (i + 0.6), size, count);
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <rect width="1600" height="1200" fill="${ground}"/>${wanted.cloth ? clothOf(wanted.cloth) : ''}
    <g transform="rotate(${degrees} 800 600)"><rect x="${x}" y="${y}" width="${side}" height="${height}"
    rx="${kind === 'card' ? 30 : 0}" fill="${paper}"/><g stroke="${ink}">${text}</g></g></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: ground });
}

/** A white patch that fades at its rim, over the middle of the writing. */
export const reflection = (size: number): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><defs>
    <radialGradient id="r"><stop offset="0.6" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </radialGradient></defs><circle cx="620" cy="560" r="${size}" fill="url(#r)"/></svg>`);

/** The points of the raster that is measured, shrunk as a browser draws it: straight between the four points around. */
export async function pointsOfPicture(picture: Sharp) {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const size = rasterSize(info.width, info.height);
  if (size.width === info.width) return { points: data, size, sentWidth: info.width };
  const out = new Uint8Array(size.width * size.height * 4);
  const step = info.width / size.width;
  for (let y = 0, at = 0; y < size.height; y++) {
    const fromY = Math.min(info.height - 1.001, Math.max(0, (y + 0.5) * step - 0.5));
    const top = Math.floor(fromY);
    for (let x = 0; x < size.width; x++) {
      const fromX = Math.min(info.width - 1.001, Math.max(0, (x + 0.5) * step - 0.5));
      const left = Math.floor(fromX);
      const [dx, dy] = [fromX - left, fromY - top];
      const corner = (top * info.width + left) * 4;
      for (let c = 0; c < 4; c++, at++) {
        const above = data[corner + c]! * (1 - dx) + data[corner + 4 + c]! * dx;
        const below =
          data[corner + info.width * 4 + c]! * (1 - dx) +
          data[corner + info.width * 4 + 4 + c]! * dx;
        out[at] = above * (1 - dy) + below * dy + 0.5;
      }
    }
  }
  return { points: out, size, sentWidth: info.width };
}

/** The raster that is measured. */
export async function rasterOfPicture(picture: Sharp): Promise<PhotoRaster> {
  const { points, size, sentWidth } = await pointsOfPicture(picture);
  return rasterOf(points, size, sentWidth);
}

/** The same as a phone takes it, JPEG: 12 megapixels with the grain of a small lens. */
export async function phonePhoto(paper: DrawnPaper): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 6 } as const;
  const grain = sharp({
    create: { width: 1000, height: 750, channels: 3, background: '#888', noise },
  });
  const flat = await drawPaper(paper).png({ compressionLevel: 0 }).toBuffer();
  return sharp(await sharp(flat).resize(4000, 3000).toBuffer())
    .composite([{ input: await grain.png().toBuffer(), tile: true, blend: 'overlay' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
