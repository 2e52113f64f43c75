import sharp, { type Sharp } from 'sharp';
import type { PhotoAdvice, PhotoRaster } from '#domain/photo/types.ts';
import { drawPaper, rasterOfPicture, reflection, type DrawnPaper } from './drawn-papers.ts';

/** The grain of a small lens, the same each time: about three steps of brightness on average. */
function withGrain(points: Buffer): Buffer {
  let state = 1;
  for (let i = 0; i < points.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const by = ((state >>> 24) + ((state >>> 16) & 255) + ((state >>> 8) & 255) - 382) / 42;
    points[i] = Math.max(0, Math.min(255, points[i]! + by));
  }
  return points;
}

/** Taken by a small lens and packed as a phone does, JPEG. */
export async function takenBy(picture: Sharp, quality = 88): Promise<Buffer> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = { width, height, channels } as const;
  return sharp(withGrain(data), { raw }).jpeg({ quality }).toBuffer();
}

const photoOf = async (picture: Sharp, quality?: number): Promise<PhotoRaster> =>
  rasterOfPicture(sharp(await takenBy(picture, quality)));

const over = (drawn: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${drawn}</svg>`);
/** A lamp on the right: the left half lies in shade. */
const lamp =
  over(`<defs><linearGradient id="l"><stop offset="0" stop-opacity=".45"/><stop offset="1" stop-opacity="0"/>
  </linearGradient></defs><rect width="1600" height="1200" fill="url(#l)"/>`);
/** A window sill along the left side. */
const sill = over('<rect width="90" height="1200" fill="#f0efe9"/>');

/** Each label with what it does to a good photo, and the advice that belongs to it. */
export const LABELLED: Record<
  string,
  { wanted: PhotoAdvice | null; least: number; make: (paper: DrawnPaper) => Promise<PhotoRaster> }
> = {
  good: { wanted: null, least: 0.97, make: (p) => photoOf(drawPaper(p)) },
  'turned by some degrees': {
    wanted: null,
    least: 0.97,
    make: (p) => photoOf(drawPaper({ ...p, degrees: 4 })),
  },
  'strongly packed': { wanted: null, least: 0.97, make: (p) => photoOf(drawPaper(p), 30) },
  'a quarter turned': {
    wanted: null,
    least: 0.97,
    make: async (p) =>
      photoOf(sharp(await drawPaper(p).rotate(90).png({ compressionLevel: 0 }).toBuffer())),
  },
  blurred: { wanted: 'blurred', least: 0.9, make: (p) => photoOf(drawPaper(p).blur(2.6)) },
  'very blurred': { wanted: 'blurred', least: 0.9, make: (p) => photoOf(drawPaper(p).blur(4)) },
  dark: { wanted: 'dark', least: 0.9, make: (p) => photoOf(drawPaper(p).linear(0.25, 8)) },
  'far away': {
    wanted: 'too-small',
    least: 0.9,
    make: (p) => photoOf(drawPaper({ ...p, side: 430 })),
  },
  'a small picture': {
    wanted: 'too-small',
    least: 0.9,
    make: async (p) =>
      photoOf(sharp(await drawPaper(p).png({ compressionLevel: 0 }).toBuffer()).resize(720)),
  },
  glare: {
    wanted: 'glare',
    least: 0.9,
    make: async (p) =>
      photoOf(
        sharp(await drawPaper(p).png({ compressionLevel: 0 }).toBuffer()).composite([
          { input: reflection(95) },
        ]),
      ),
  },
  'light from one side': {
    wanted: null,
    least: 0.97,
    make: async (p) =>
      photoOf(
        sharp(await drawPaper(p).png({ compressionLevel: 0 }).toBuffer()).composite([
          { input: lamp },
        ]),
      ),
  },
  'beside something bright': {
    wanted: null,
    least: 0.97,
    make: async (p) =>
      photoOf(
        sharp(await drawPaper(p).png({ compressionLevel: 0 }).toBuffer()).composite([
          { input: sill },
        ]),
      ),
  },
};
