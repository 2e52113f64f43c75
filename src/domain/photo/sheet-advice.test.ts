import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import {
  fullPhoto,
  heldPhoto,
  sheetPhoto,
  shinyPhoto,
  type Drawn,
} from '../../../test/support/advice-photos.ts';
import { rasterOfPicture } from '../../../test/support/drawn-papers.ts';
import { takenBy } from '../../../test/support/labelled-photos.ts';
import { noPaperPhoto } from '../../../test/support/no-paper-photos.ts';
import type { PaperKind } from '../papers/read/types.ts';
import { adviceOf } from './advise.ts';

/** Few of each: `npm run bench:photo -- --advice` counts many more, from other seeds. */
const SEEDS = [20_001, 20_002, 20_003, 20_004, 20_005];
const MORE = [...SEEDS, 20_006, 20_007, 20_008];

async function saidOf(
  draw: (seed: number) => Drawn,
  paper?: PaperKind,
  seeds = SEEDS,
): Promise<string[]> {
  const said: string[] = [];
  for (const seed of seeds) {
    const { picture } = draw(seed);
    const raster = await rasterOfPicture(sharp(await takenBy(picture)));
    said.push(String(adviceOf(raster, 'paper', paper)));
  }
  return said;
}
const share = (said: readonly string[], wanted: string) =>
  said.filter((one) => one === wanted).length / said.length;

describe('A paper that runs out of the picture', () => {
  it('is told so', async () => {
    const said = await saidOf((seed) => sheetPhoto(seed, 'cut'));
    expect(share(said, 'cut-edge'), String(said)).toBeGreaterThanOrEqual(0.6);
    expect(said.filter((one) => one !== 'cut-edge' && one !== 'null')).toEqual([]);
  });

  it.each<[string, (seed: number) => Drawn]>([
    ['lies wholly in it, with other things beside it', (seed) => sheetPhoto(seed, 'whole')],
    ['fills it: a scan, or a picture of a screen', fullPhoto],
    ['is held, folded, or lies on others that run out of it', heldPhoto],
  ])('is not one that %s', async (_, draw) => {
    expect(share(await saidOf(draw), 'null')).toBe(1);
  });
});

describe('Another paper than the one asked for', () => {
  it('is told where a card lies there and an invoice was asked for', async () => {
    const said = await saidOf(
      (seed) => sheetPhoto(seed, 'whole', 'card'),
      'invoice-outpatient',
      MORE,
    );
    expect(share(said, 'other-paper'), String(said)).toBeGreaterThanOrEqual(0.7);
  });

  it('is told where an invoice lies there and a card was asked for', async () => {
    const said = await saidOf((seed) => sheetPhoto(seed, 'whole', 'invoice'), 'bank-card', MORE);
    expect(share(said, 'other-paper'), String(said)).toBeGreaterThanOrEqual(0.7);
  });

  it('is told where a sheet has nothing written on it, if a paper was asked for', async () => {
    const said = await saidOf((seed) => noPaperPhoto(seed, 'sheet'), 'other');
    expect(share(said, 'other-paper'), String(said)).toBeGreaterThanOrEqual(0.8);
  });

  it('is never told where any paper will do', async () => {
    expect(await saidOf((seed) => noPaperPhoto(seed))).not.toContain('other-paper');
  });

  it.each<[string, PaperKind, (seed: number) => Drawn]>([
    ['the card', 'id-front', (seed) => sheetPhoto(seed, 'whole', 'card')],
    ['the invoice', 'invoice-inpatient', (seed) => sheetPhoto(seed, 'whole', 'invoice')],
    ['a long receipt', 'invoice-outpatient', (seed) => sheetPhoto(seed, 'whole', 'receipt')],
    ['any page', 'other', (seed) => sheetPhoto(seed, 'whole')],
  ])('is not %s that was asked for', async (_, paper, draw) => {
    expect(share(await saidOf(draw, paper), 'null')).toBe(1);
  });
});

describe('A reflection', () => {
  it('that hides print is told, on white paper too', async () => {
    const said = await saidOf((seed) => shinyPhoto(seed, true));
    expect(share(said, 'glare'), String(said)).toBeGreaterThanOrEqual(0.6);
  });

  it('is not the white of the paper itself', async () => {
    expect(share(await saidOf((seed) => shinyPhoto(seed, false)), 'null')).toBe(1);
  });
});
