import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, type Random } from '../../senior/random.ts';
import { bank, idBack, idFront } from './cards.ts';
import type { Paper } from './draw.ts';
import { discharge } from './discharge.ts';
import { invoice } from './invoices.ts';
import { photograph, VARIANTS } from './photo.ts';

const KINDS: readonly (readonly [string, (random: Random) => Paper])[] = [
  ['idf', idFront],
  ['idb', idBack],
  ['bank', bank],
  ['inv', (random) => invoice(random, false)],
  ['inp', (random) => invoice(random, true)],
  ['out', discharge],
];

/**
 * Draws papers that nobody has tuned to, photographs each another way, and writes them with their labels. The same seed
 * gives the same papers on the same fonts.
 * @param count papers of each kind
 */
export async function makePapers(dir: string, count: number, seed: number): Promise<number> {
  await mkdir(dir, { recursive: true });
  const variants = Object.keys(VARIANTS);
  let made = 0;
  for (const [at, [name, draw]] of KINDS.entries()) {
    for (let n = 0; n < count; n += 1) {
      const random = randomFrom(seed * 1_000_003 + at * 10_007 + n);
      const paper = draw(random);
      const variant = variants[(n + at * 3) % variants.length] ?? 'clean';
      const id = `${name}${seed}-${String(n).padStart(3, '0')}_${variant}`;
      await writeFile(join(dir, `${id}.jpg`), await photograph(paper, variant, random));
      const { type, fields } = paper;
      await writeFile(
        join(dir, `${id}.json`),
        JSON.stringify({ id, doc: `${name}${n}`, variant, type, fields }, null, 1),
      );
      made += 1;
    }
  }
  return made;
}
