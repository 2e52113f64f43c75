import type { TextLine } from '#domain/papers/read/text-page.ts';
import { sizeOf, type Quad } from './geometry.ts';
import { movedDown, widened } from './line-crop.ts';
import type { Networks } from './networks.ts';
import type { Pixels } from './pixels.ts';
import { readBox } from './read-page.ts';
import { throughRed } from './stamps.ts';

/** How much wider on each side and how much further down a row is cut out, in its heights. */
const CUTS = [
  [0, 0],
  [0.1, 0],
  [-0.08, 0],
  [0.02, 0.07],
  [0.02, -0.07],
] as const;

/** Beyond the last character there is nothing to read, and it costs as much as print. */
function endingWith(quad: Quad, { at }: { at: readonly number[] }): Quad {
  const { width, height } = sizeOf(quad);
  const part = Math.min(1, (at[at.length - 1] ?? 1) + (1.5 * height) / Math.max(1, width));
  const [a, b, c, d] = quad;
  const between = (from: typeof a, to: typeof a): typeof a => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  });
  return [a, between(a, b), between(d, c), d];
}

/**
 * A row read several times: cut out in different ways with stamps taken away, and once only seen through red glass. Each
 * puts the characters on other pixels of the network. Some 0.05 s a look.
 * @param image with stamps taken away
 * @param picture the same as it was photographed
 */
export async function looksAtRow(
  image: Pixels,
  picture: Pixels,
  row: Quad,
  networks: Networks,
): Promise<TextLine[]> {
  const looks: TextLine[] = [];
  const look = async (from: Pixels, quad: Quad): Promise<TextLine> => {
    const line = { ...(await readBox(from, quad, networks)), quad };
    looks.push(line);
    return line;
  };
  const short = endingWith(row, await look(image, row));
  for (const [wider, down] of CUTS.slice(1)) {
    await look(image, movedDown(widened(short, wider), down));
  }
  await look(throughRed(picture), widened(short, 0.04));
  return looks;
}
