import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rasterOfPicture, type DrawnPaper } from '../../../test/support/drawn-papers.ts';
import { LABELLED } from '../../../test/support/labelled-photos.ts';
import { adviceOf } from './advise.ts';

const PAPERS: DrawnPaper[] = [
  { kind: 'card', ground: '#8a6d52', paper: '#e9eef4', ink: '#222' },
  { kind: 'card', ground: '#777', paper: '#a8202c', ink: '#f4f0e6' },
  { kind: 'card', ground: '#3b2a20', paper: '#e3e6ea', ink: '#123' },
  { kind: 'page', ground: '#8a6d52', paper: '#eae6da', ink: '#333' },
  { kind: 'page', ground: '#cfd6d8', paper: '#e8e8e6', ink: '#444' },
  { kind: 'page', ground: '#40506a', paper: '#e6e6e6', ink: '#111' },
].flatMap((paper, i) => [1].map((n) => ({ ...paper, seed: i * 7 + n }) as DrawnPaper));

test.each(Object.entries(LABELLED))(
  'A photo that is %s gets the advice that belongs to it',
  async (label, { wanted, least, make }) => {
    const given: Record<string, number> = {};
    for (const paper of PAPERS) {
      const advice = String(adviceOf(await make(paper)));
      given[advice] = (given[advice] ?? 0) + 1;
    }
    const right = (given[String(wanted)] ?? 0) / PAPERS.length;
    expect(right, `${label}: ${JSON.stringify(given)}`).toBeGreaterThanOrEqual(least);
  },
);

/** A place, as an SVG of 1600 × 1200. */
const SCENES: Record<string, string> = {
  'a car on a road': `<rect width="1600" height="1200" fill="#9aa4a8"/><rect y="760" width="1600" height="440" fill="#5b5d60"/>
    <path d="M250 800V620L480 600L640 450H1050L1200 600L1380 640V800Z" fill="#a3262a"/><path d="M560 600L660 490H830V600Z" fill="#233"/>
    <circle cx="470" cy="800" r="95" fill="#161616"/><circle cx="1150" cy="800" r="95" fill="#161616"/>`,
  'a damp wall': `<defs><radialGradient id="s"><stop offset="0" stop-color="#9c9078"/><stop offset="1" stop-color="#d5d0c4"/></radialGradient></defs>
    <rect width="1600" height="1200" fill="#d5d0c4"/><ellipse cx="820" cy="560" rx="520" ry="380" fill="url(#s)"/>`,
  'a sooty ceiling': `<defs><radialGradient id="s"><stop offset="0" stop-color="#3c3732"/><stop offset="1" stop-color="#b8b2a8"/></radialGradient></defs>
    <rect width="1600" height="1200" fill="#b8b2a8"/><ellipse cx="620" cy="460" rx="700" ry="560" fill="url(#s)"/>`,
  'a sign of two words': `<rect width="1600" height="1200" fill="#c9d2d6"/><rect x="700" y="500" width="180" height="60" fill="#fff"/>
    <path d="M720 515H860M720 545H800" stroke="#222" stroke-width="8"/>`,
};
const sceneOf = (drawn: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${drawn}</svg>`,
    ),
  );

test.each(Object.entries(SCENES))('Nothing is said about a photo of %s', async (_, drawn) => {
  expect(adviceOf(await rasterOfPicture(sceneOf(drawn)), 'scene')).toBeNull();
});

test('A photo of a car that nothing is sharp in is blurred, and one in the dark is dark', async () => {
  const car = sceneOf(SCENES['a car on a road'] ?? '');
  const blurred = sharp(await car.clone().blur(9).png().toBuffer());
  expect(adviceOf(await rasterOfPicture(blurred), 'scene')).toBe('blurred');
  const dark = sharp(await car.clone().linear(0.2, 5).png().toBuffer());
  expect(adviceOf(await rasterOfPicture(dark), 'scene')).toBe('dark');
});
