import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import {
  drawPaper,
  rasterOfPicture,
  reflection,
  type DrawnPaper,
} from '../../../test/support/drawn-papers.ts';
import { adviceOf } from './advise.ts';

const PAPERS: DrawnPaper[] = [
  { kind: 'card', ground: '#8a6d52', paper: '#e9eef4', ink: '#222' },
  { kind: 'card', ground: '#777', paper: '#a8202c', ink: '#f4f0e6' },
  { kind: 'card', ground: '#3b2a20', paper: '#e3e6ea', ink: '#123' },
  { kind: 'page', ground: '#8a6d52', paper: '#eae6da', ink: '#333' },
  { kind: 'page', ground: '#cfd6d8', paper: '#e8e8e6', ink: '#444' },
  { kind: 'page', ground: '#40506a', paper: '#e6e6e6', ink: '#111' },
].flatMap((paper, i) => [1].map((n) => ({ ...paper, seed: i * 7 + n }) as DrawnPaper));

const noisy = { type: 'gaussian', mean: 0, sigma: 3 } as const;

async function adviceFor(picture: Sharp, quality = 88) {
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
  return adviceOf(await rasterOfPicture(sharp(jpeg)));
}

/** Each label with what it does to a good photo, and the advice that belongs to it. */
const LABELS: Record<
  string,
  { wanted: string | null; least: number; make: (paper: DrawnPaper) => Promise<unknown> }
> = {
  good: { wanted: null, least: 0.97, make: (p) => adviceFor(drawPaper(p)) },
  'turned by some degrees': {
    wanted: null,
    least: 0.97,
    make: (p) => adviceFor(drawPaper({ ...p, degrees: 4 })),
  },
  'strongly packed': { wanted: null, least: 0.97, make: (p) => adviceFor(drawPaper(p), 30) },
  'a quarter turned': {
    wanted: null,
    least: 0.97,
    make: async (p) => adviceFor(sharp(await drawPaper(p).rotate(90).png().toBuffer())),
  },
  blurred: { wanted: 'blurred', least: 0.9, make: (p) => adviceFor(drawPaper(p).blur(2.6)) },
  'very blurred': { wanted: 'blurred', least: 0.9, make: (p) => adviceFor(drawPaper(p).blur(4)) },
  dark: { wanted: 'dark', least: 0.9, make: (p) => adviceFor(drawPaper(p).linear(0.25, 8)) },
  'far away': {
    wanted: 'too-small',
    least: 0.9,
    make: (p) => adviceFor(drawPaper({ ...p, side: 430 })),
  },
  'a small picture': {
    wanted: 'too-small',
    least: 0.9,
    make: async (p) => adviceFor(sharp(await drawPaper(p).png().toBuffer()).resize(720)),
  },
  glare: {
    wanted: 'glare',
    least: 0.9,
    make: async (p) =>
      adviceFor(sharp(await drawPaper(p).png().toBuffer()).composite([{ input: reflection(95) }])),
  },
};

test.each(Object.entries(LABELS))(
  'A photo that is %s gets the advice that belongs to it',
  async (label, { wanted, least, make }) => {
    const given: Record<string, number> = {};
    for (const paper of PAPERS) {
      const advice = String(await make(paper));
      given[advice] = (given[advice] ?? 0) + 1;
    }
    const right = (given[String(wanted)] ?? 0) / PAPERS.length;
    expect(right, `${label}: ${JSON.stringify(given)}`).toBeGreaterThanOrEqual(least);
  },
);
