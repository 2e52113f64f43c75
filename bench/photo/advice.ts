import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import sharp from 'sharp';
import { adviceOf } from '../../src/domain/photo/advise.ts';
import type { PaperKind } from '../../src/domain/papers/read/types.ts';
import {
  fullPhoto,
  heldPhoto,
  sheetPhoto,
  shinyPhoto,
  type Drawn,
} from '../../test/support/advice-photos.ts';
import { rasterOfPicture } from '../../test/support/drawn-papers.ts';
import { takenBy } from '../../test/support/labelled-photos.ts';
import { noPaperPhoto } from '../../test/support/no-paper-photos.ts';

/**
 * `npm run bench:photo -- --advice`: how often the advice that looks at the whole sheet is right and how often it is a
 * false alarm, on drawn photos whose seeds nothing was fitted to. `--from` and `--count` choose others.
 */

const after = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const from = after('--from', 9001);
const count = after('--count', 40);

const isCard = (about: string) => about.startsWith('card');

/** Each set, and what is right to say of it when an invoice, an identity card, or nothing in particular is asked for. */
const SETS: Record<
  string,
  { draw: (seed: number) => Drawn; wanted: (about: string, paper?: PaperKind) => string | null }
> = {
  'runs out of the picture': { draw: (seed) => sheetPhoto(seed, 'cut'), wanted: () => 'cut-edge' },
  'lies in the picture': {
    draw: (seed) => sheetPhoto(seed, 'whole'),
    wanted: (about, paper) =>
      paper && isCard(about) !== (paper === 'id-front') ? 'other-paper' : null,
  },
  'fills the picture': { draw: fullPhoto, wanted: () => null },
  // A copy of an identity card on a page is what some people have.
  'held, stacked, folded, copied': { draw: heldPhoto, wanted: () => null },
  'is no paper': {
    draw: (seed) => noPaperPhoto(seed),
    wanted: (_, paper) => (paper ? 'other-paper' : null),
  },
  'shines over its print': { draw: (seed) => shinyPhoto(seed, true), wanted: () => 'glare' },
  'does not shine': { draw: (seed) => shinyPhoto(seed, false), wanted: () => null },
};

/** What is asked for in each set: where another paper than the one asked for is certain, that is said first. */
const asked = (set: string, about: string): (PaperKind | undefined)[] => {
  if (set === 'lies in the picture' || set === 'is no paper') {
    return [undefined, 'invoice-outpatient', 'id-front'];
  }
  if (set.startsWith('held')) {
    return [undefined, 'invoice-outpatient', ...(about === 'copy' ? (['id-front'] as const) : [])];
  }
  return [isCard(about) ? 'id-front' : 'invoice-outpatient'];
};

const results: Record<string, Record<string, number>> = {};
const falseAlarms: string[] = [];
for (const [set, { draw, wanted }] of Object.entries(SETS)) {
  for (let seed = from; seed < from + count; seed++) {
    const { picture, about } = draw(seed);
    const raster = await rasterOfPicture(sharp(await takenBy(picture)));
    for (const paper of asked(set, about)) {
      const given = adviceOf(raster, 'paper', paper);
      const right = wanted(about, paper);
      const row = (results[`${set}, ${paper ?? 'anything'} asked for → ${String(right)}`] ??= {});
      row[String(given)] = (row[String(given)] ?? 0) + 1;
      if (given && given !== right) falseAlarms.push(`${set} ${seed} ${given}: ${about}`);
    }
  }
}
for (const [name, row] of Object.entries(results)) {
  process.stdout.write(`${name}: ${JSON.stringify(row)}\n`);
}
process.stdout.write(`other than wanted:\n${falseAlarms.map((one) => `  ${one}\n`).join('')}`);
mkdirSync('bench/results', { recursive: true });
writeFileSync(
  'bench/results/photo-advice.json',
  `${JSON.stringify({ from, count, results, falseAlarms }, null, 2)}\n`,
);
