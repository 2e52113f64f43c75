import sharp, { type Sharp } from 'sharp';
import type { PhotoAdvice, PhotoRaster } from '#domain/photo/types.ts';
import { drawPaper, rasterOfPicture, reflection, type DrawnPaper } from './drawn-papers.ts';

const noisy = { type: 'gaussian', mean: 0, sigma: 3 } as const;

async function photoOf(picture: Sharp, quality = 88): Promise<PhotoRaster> {
  const size = await picture
    .clone()
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  const grain = await sharp({
    create: {
      width: size.info.width,
      height: size.info.height,
      channels: 3,
      background: '#000',
      noise: noisy,
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const jpeg = await sharp(size.data)
    .composite([{ input: grain, blend: 'add' }])
    .jpeg({ quality })
    .toBuffer();
  return rasterOfPicture(sharp(jpeg));
}

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
    make: async (p) => photoOf(sharp(await drawPaper(p).rotate(90).png().toBuffer())),
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
    make: async (p) => photoOf(sharp(await drawPaper(p).png().toBuffer()).resize(720)),
  },
  glare: {
    wanted: 'glare',
    least: 0.9,
    make: async (p) =>
      photoOf(sharp(await drawPaper(p).png().toBuffer()).composite([{ input: reflection(95) }])),
  },
};
