import sharp from 'sharp';
import type { Random } from '../../senior/random.ts';
import type { Paper, Picture } from './draw.ts';
import { pixelsOf } from './draw.ts';
import { between, pick } from './words.ts';

/** How a photo is taken. Angles in degrees, lengths in px of the photo. */
interface Take {
  turn: number;
  /** How far the paper leans back, sideways: 0 to 0.4. */
  lean: [number, number];
  blur: number;
  light: number;
  contrast: number;
  noise: number;
  quality: number;
  /** Long side of the file. */
  side: number;
  glare: boolean;
  shadow: boolean;
  crease: boolean;
  moire: boolean;
  clutter: boolean;
  quarters: 0 | 1 | 2 | 3;
}

const PLAIN: Take = {
  turn: 0,
  lean: [0, 0],
  blur: 0.3,
  light: 1,
  contrast: 1,
  noise: 1.5,
  quality: 88,
  side: 1600,
  glare: false,
  shadow: false,
  crease: false,
  moire: false,
  clutter: false,
  quarters: 0,
};

/** Every way of taking a picture that is measured, by its name in the labels. */
export const VARIANTS: Readonly<Record<string, (random: Random) => Partial<Take>>> = {
  clean: () => ({}),
  rot5: (random) => ({ turn: pick(random, [-5, 5]) }),
  rot15: (random) => ({ turn: pick(random, [-15, -12, 12, 15]) }),
  rot90: () => ({ quarters: 1 }),
  rot180: () => ({ quarters: 2 }),
  rot270: () => ({ quarters: 3 }),
  blur: (random) => ({ blur: 1.6 + random.even() * 0.8 }),
  lowlight: () => ({ light: 0.28, contrast: 0.85, noise: 7 }),
  persp: (random) => ({
    lean: [0.1 + random.even() * 0.16, (random.even() - 0.5) * 0.36],
    turn: 2,
  }),
  jpeg20: (random) => ({ quality: between(random, 20, 40) }),
  glare: () => ({ glare: true }),
  small: () => ({ side: 720, quality: 70 }),
  moire: () => ({ moire: true }),
  shadow: () => ({ shadow: true }),
  crease: () => ({ crease: true, turn: 3 }),
  clutter: (random) => ({ clutter: true, turn: (random.even() - 0.5) * 8 }),
  combo: (random) => ({
    lean: [0.12, 0.1],
    turn: pick(random, [-3, 3]),
    blur: 0.9,
    light: 0.62,
    shadow: true,
    noise: 5,
    quality: 50,
  }),
};

interface Canvas {
  data: Float32Array;
  width: number;
  height: number;
}

function ground(random: Random, width: number, height: number, isCluttered: boolean): Canvas {
  const base = pick(random, [
    [134, 110, 88],
    [90, 96, 104],
    [176, 168, 152],
    [58, 62, 60],
    [196, 184, 170],
    [120, 70, 52],
  ]);
  const [period, strength] = [between(random, 9, 40), between(random, 2, 12)];
  const data = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grain = Math.sin(x / period + Math.sin(y / 90) * 2) * strength;
      for (let c = 0; c < 3; c += 1) data[(y * width + x) * 3 + c] = (base[c] ?? 0) + grain;
    }
  }
  for (let n = 0; isCluttered && n < 14; n += 1) {
    const [left, top] = [between(random, -80, width), between(random, -80, height)];
    const [wide, high] = [between(random, 40, 420), between(random, 16, 260)];
    const colour = [between(random, 20, 240), between(random, 20, 240), between(random, 20, 240)];
    const isLined = random.chance(0.5);
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 1)
      for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 1)
        for (let c = 0; c < 3; c += 1)
          data[(y * width + x) * 3 + c] = (colour[c] ?? 0) - (isLined && y % 22 < 3 ? 60 : 0);
  }
  return { data, width, height };
}

type Mat = readonly number[];

/** Eight unknowns of the plane-to-plane map that takes four points to four points. */
function mapOf(
  from: readonly (readonly [number, number])[],
  to: readonly (readonly [number, number])[],
): Mat {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let k = 0; k < 8; k += 1) {
    const best = rows.reduce(
      (at, row, i) => (i >= k && Math.abs(row[k] ?? 0) > Math.abs(rows[at]?.[k] ?? 0) ? i : at),
      k,
    );
    [rows[k], rows[best]] = [rows[best] ?? [], rows[k] ?? []];
    const pivot = rows[k] ?? [];
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      for (let j = k; j < 9; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return [...rows.map((row, k) => (row[8] ?? 0) / (row[k] ?? 1)), 1];
}

/** Lays the paper on its ground. Returns where its corners came to lie. */
function lay(canvas: Canvas, paper: Picture, take: Take, random: Random): void {
  const { width, height } = canvas;
  const share =
    paper.width > 1200 ? 0.87 : paper.height > paper.width ? 0.66 : between(random, 62, 76) / 100;
  const scale = Math.min((width * share) / paper.width, (height * 0.88) / paper.height);
  const angle = (take.turn * Math.PI) / 180;
  const [midX, midY] = [
    width / 2 + (random.even() - 0.5) * 40,
    height / 2 + (random.even() - 0.5) * 40,
  ];
  const corners = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([a, b]) => {
    const depth = 1 + b * -take.lean[0] * 0.5 + a * take.lean[1] * 0.5;
    const [x, y] = [
      (a * paper.width * scale) / 2 / depth,
      (b * paper.height * scale * (1 - take.lean[0] * 0.4)) / 2 / depth,
    ];
    const fit = Math.abs(take.turn) > 8 ? 0.86 : 1;
    return [
      midX + fit * (x * Math.cos(angle) - y * Math.sin(angle)),
      midY + fit * (x * Math.sin(angle) + y * Math.cos(angle)),
    ] as const;
  });
  const m = mapOf(corners, [
    [0, 0],
    [paper.width, 0],
    [paper.width, paper.height],
    [0, paper.height],
  ]);
  const creaseAt = paper.width * (0.3 + random.even() * 0.4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const w = (m[6] ?? 0) * x + (m[7] ?? 0) * y + 1;
      const u = ((m[0] ?? 0) * x + (m[1] ?? 0) * y + (m[2] ?? 0)) / w - 0.5;
      const v = ((m[3] ?? 0) * x + (m[4] ?? 0) * y + (m[5] ?? 0)) / w - 0.5;
      if (u < 0 || v < 0 || u >= paper.width - 1 || v >= paper.height - 1) continue;
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [partX, partY] = [u - left, v - top];
      const fold = take.crease
        ? 1 -
          0.35 * Math.exp(-(((u - creaseAt + v * 0.04) / 5) ** 2)) +
          0.06 * Math.tanh((u - creaseAt) / 90)
        : 1;
      const at = (top * paper.width + left) * 4;
      const below = at + paper.width * 4;
      const solid = (paper.data[at + 3] ?? 0) / 255;
      for (let c = 0; c < 3; c += 1) {
        const upper =
          (paper.data[at + c] ?? 0) * (1 - partX) + (paper.data[at + 4 + c] ?? 0) * partX;
        const lower =
          (paper.data[below + c] ?? 0) * (1 - partX) + (paper.data[below + 4 + c] ?? 0) * partX;
        const to = (y * width + x) * 3 + c;
        canvas.data[to] =
          (canvas.data[to] ?? 0) * (1 - solid) +
          (upper * (1 - partY) + lower * partY) * fold * solid;
      }
    }
  }
}

/** What light does to the whole of a photo. */
function lightUp(canvas: Canvas, take: Take, random: Random): Buffer {
  const { data, width, height } = canvas;
  const out = Buffer.alloc(width * height * 3);
  const glare = {
    x: width * (0.25 + random.even() * 0.5),
    y: height * (0.3 + random.even() * 0.45),
    size: width * (0.05 + random.even() * 0.05),
  };
  const edge = { angle: random.even() * Math.PI, off: width * (0.35 + random.even() * 0.3) };
  const wave = 2.1 + random.even() * 1.6;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade =
        take.shadow && x * Math.cos(edge.angle) + y * Math.sin(edge.angle) > edge.off ? 0.58 : 1;
      const shine = take.glare
        ? 0.93 *
          Math.exp(-(((x - glare.x) / (glare.size * 1.8)) ** 2) - ((y - glare.y) / glare.size) ** 2)
        : 0;
      const stripes = take.moire
        ? 10 * Math.sin(x / wave + y / 31) * Math.sin(y / (wave + 0.4))
        : 0;
      const grain = take.noise * random.normal();
      for (let c = 0; c < 3; c += 1) {
        const at = (y * width + x) * 3 + c;
        const lit = ((data[at] ?? 0) - 128) * take.contrast + 128;
        const value = lit * take.light * shade + stripes + grain;
        out[at] = Math.max(0, Math.min(255, value * (1 - shine) + 255 * shine));
      }
    }
  }
  return out;
}

/** A photo of a paper, as a JPEG. */
export async function photograph(paper: Paper, variant: string, random: Random): Promise<Buffer> {
  const take: Take = { ...PLAIN, ...VARIANTS[variant]?.(random) };
  const isTall = paper.height > paper.width;
  const [width, height] = isTall ? [1200, 1600] : [1600, 1200];
  const canvas = ground(random, width, height, take.clutter);
  lay(canvas, await pixelsOf(paper.svg), take, random);
  const lit = lightUp(canvas, take, random);
  const blurred = sharp(lit, { raw: { width, height, channels: 3 } }).blur(
    Math.max(0.3, take.blur),
  );
  const turned = sharp(await blurred.png({ compressionLevel: 0 }).toBuffer()).rotate(
    take.quarters * 90,
  );
  return turned
    .resize({ width: take.side, height: take.side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: take.quality })
    .toBuffer();
}
