import {
  agreed,
  doubtfulFields,
  looksLikeInvoice,
  readPaper,
  vote,
} from '#domain/papers/read/read-paper.ts';
import type { TextLine, TextPage } from '#domain/papers/read/text-page.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { sizeOf, type Quad } from './geometry.ts';
import { readingQuad } from './line-crop.ts';
import type { Networks } from './networks.ts';
import type { Pixels } from './pixels.ts';
import { makeUpright, readBox, readLines, type UprightPage } from './read-page.ts';
import { throughRed, withoutStamps } from './stamps.ts';

/** Enough of the largest lines to tell an invoice by its heading. */
const FIRST_LOOK = 3;

/** Stamps are on invoices, and red; red cards are not invoices. */
async function isInvoice(page: UprightPage, networks: Networks): Promise<boolean> {
  const largest = [...page.boxes].sort((a, b) => area(b) - area(a)).slice(0, FIRST_LOOK);
  return looksLikeInvoice(await readLines({ ...page, boxes: largest }, networks));
}

function area(quad: Quad): number {
  const { width, height } = sizeOf(readingQuad(quad));
  return width * height;
}

/** The same lines a little higher: every character comes to other pixels of the network. */
const SECOND_LOOK = 0.09;
/** And closer: for what two looks did not agree on. */
const THIRD_LOOK = -0.06;
const FOURTH_LOOK = -0.03;

function widened(quad: Quad, part: number): Quad {
  const [a, b, c, d] = quad;
  const { height } = sizeOf(quad);
  const length = Math.max(1, Math.hypot(d.x - a.x, d.y - a.y));
  const [x, y] = [((d.x - a.x) / length) * height * part, ((d.y - a.y) / length) * height * part];
  return [
    { x: a.x - x, y: a.y - y },
    { x: b.x - x, y: b.y - y },
    { x: c.x + x, y: c.y + y },
    { x: d.x + x, y: d.y + y },
  ];
}

/** The page with some lines read again, cut out differently. */
async function readAgain(
  image: Pixels,
  page: TextPage,
  indexes: readonly number[],
  look: number,
  networks: Networks,
): Promise<TextPage> {
  const lines: TextLine[] = [...page.lines];
  for (const index of indexes) {
    const line = lines[index];
    if (!line) continue;
    lines[index] = {
      ...line,
      ...(await readBox(image, widened(line.quad, look), networks)),
    };
  }
  return { ...page, lines };
}

export interface PictureFinding {
  reading: PaperReading;
  /** Every line, for benches and tests; never kept. */
  page: TextPage;
}

/** Reads a paper in a picture: turned upright, its lines, what they say, and once more what was found. */
export async function readPicture(picture: Pixels, networks: Networks): Promise<PictureFinding> {
  const upright = await makeUpright(picture, networks);
  const hasStamps = await isInvoice(upright, networks);
  const image = hasStamps ? withoutStamps(upright.image) : upright.image;
  const page = await readLines({ ...upright, image }, networks);
  const first = readPaper(page);
  const second = readPaper(await readAgain(image, page, first.lines, SECOND_LOOK, networks));
  const reading = agreed(first.reading, second.reading);
  const doubtful = doubtfulFields(first, second);
  if (doubtful.length === 0) return { reading, page };
  const again = [
    ...new Set(
      [first, second].flatMap(({ linesOf }) => doubtful.flatMap((name) => linesOf.get(name) ?? [])),
    ),
  ];
  // What taking a stamp away leaves of the print under it differs from what red glass leaves.
  const other = hasStamps ? throughRed(upright.image) : image;
  const third = readPaper(await readAgain(other, page, again, THIRD_LOOK, networks));
  const fourth = readPaper(await readAgain(image, page, again, FOURTH_LOOK, networks));
  const more = vote([first, second, third, fourth], doubtful, again);
  return { reading: { ...reading, fields: [...reading.fields, ...more] }, page };
}
