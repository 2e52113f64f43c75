import {
  agreed,
  doubtfulFields,
  looksLikeInvoice,
  readPaper,
  vote,
} from '#domain/papers/read/read-paper.ts';
import { hospitalByLooks, payeeRow } from '#domain/papers/read/payee-row.ts';
import type { TextLine, TextPage } from '#domain/papers/read/text-page.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { sizeOf, type Quad } from './geometry.ts';
import { readingQuad, widened } from './line-crop.ts';
import type { Networks } from './networks.ts';
import { looksAtRow } from './payee-looks.ts';
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

/** The hospital of an invoice is read surer than this, or its row is looked at again. */
const HOSPITAL_SURE = 0.9;

/** What was read, with the hospital that several looks at its row agree on where two did not, or hardly. */
async function withHospital(
  reading: PaperReading,
  page: TextPage,
  pictures: { image: Pixels; picture: Pixels },
  networks: Networks,
): Promise<PaperReading> {
  const told = reading.fields.find(({ name }) => name === 'hospital');
  const row = (told?.confidence ?? 0) < HOSPITAL_SURE ? payeeRow(page) : undefined;
  if (!row) return reading;
  const named = hospitalByLooks(
    page,
    await looksAtRow(pictures.image, pictures.picture, row, networks),
  );
  // Whoever says another name makes it a question for a person.
  const isDoubtful = told !== undefined && named !== undefined && told.value !== named.value;
  const others = reading.fields.filter(({ name }) => name !== 'hospital');
  if (isDoubtful) return { ...reading, fields: others };
  return told || !named ? reading : { ...reading, fields: [...reading.fields, named] };
}

/** What is found in the lines of a page by the looks that it takes. */
async function readFields(
  image: Pixels,
  page: TextPage,
  redGlass: (() => Pixels) | undefined,
  networks: Networks,
): Promise<PaperReading> {
  const first = readPaper(page);
  const second = readPaper(await readAgain(image, page, first.lines, SECOND_LOOK, networks));
  const reading = agreed(first.reading, second.reading);
  const doubtful = doubtfulFields(first, second);
  if (doubtful.length === 0) return reading;
  const again = [
    ...new Set(
      [first, second].flatMap(({ linesOf }) => doubtful.flatMap((name) => linesOf.get(name) ?? [])),
    ),
  ];
  // What taking a stamp away leaves of the print under it differs from what red glass leaves.
  const other = redGlass?.() ?? image;
  const third = readPaper(await readAgain(other, page, again, THIRD_LOOK, networks));
  const fourth = readPaper(await readAgain(image, page, again, FOURTH_LOOK, networks));
  const more = vote([first, second, third, fourth], doubtful, again);
  return { ...reading, fields: [...reading.fields, ...more] };
}

/** Reads a paper in a picture: turned upright, its lines, what they say, and once more what was found. */
export async function readPicture(picture: Pixels, networks: Networks): Promise<PictureFinding> {
  const upright = await makeUpright(picture, networks);
  const hasStamps = await isInvoice(upright, networks);
  const image = hasStamps ? withoutStamps(upright.image) : upright.image;
  const page = await readLines({ ...upright, image }, networks);
  const redGlass = hasStamps ? () => throughRed(upright.image) : undefined;
  const reading = await readFields(image, page, redGlass, networks);
  if (!hasStamps) return { reading, page };
  const pictures = { image, picture: upright.image };
  return { reading: await withHospital(reading, page, pictures, networks), page };
}
