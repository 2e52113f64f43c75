import { PAYEE, hospitalOfRow } from './hospital.ts';
import { isSameRow, tidyLines, type Line } from './lines.ts';
import { boxOf } from './place.ts';
import type { TextLine, TextPage, TextPoint } from './text-page.ts';
import type { ReadField } from './types.ts';

type Quad = TextLine['quad'];

/** What stands behind the payee in the same row. */
const NEXT_LABEL = /^(复核|收款人|开票人|经办|审核)|人:/;
/** A box this much taller than those around it holds a stamp as well. */
const TALL = 1.25;
/** As many neighbours tell the height and the slant of print around the row. */
const NEIGHBOURS = 7;
/** The longest label and name that a row has room for, in its heights. */
const LENGTH_MAX = 34;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const middleOf = (quad: Quad): TextPoint => ({
  x: quad.reduce((sum, { x }) => sum + x, 0) / 4,
  y: quad.reduce((sum, { y }) => sum + y, 0) / 4,
});

const angleOf = (from: TextPoint, to: TextPoint): number =>
  Math.atan2(to.y - from.y, to.x - from.x);

/** The line with the row's label; where that was misread, what stands first in the row that is signed (复核人). */
function beginningOf(lines: readonly Line[]): Line | undefined {
  const named = lines.find(({ text }) => PAYEE.test(text));
  if (named) return named;
  const signed = lines.find(({ text }) => NEXT_LABEL.test(text));
  const before = lines.filter(
    (line) => signed && isSameRow(line, signed) && line.right <= signed.left + signed.height / 2,
  );
  return before.sort((a, b) => a.left - b.left)[0];
}

/**
 * Where the row lies that begins with 收款单位, from its label to the next one. The search for lines parts a name under a
 * stamp, or takes the stamp for a part of it; the row's own label, its neighbours' height and what stands in the row
 * beside it are seldom under a stamp.
 * @returns corners, px of the upright page; nothing where no such row is
 */
export function payeeRow(page: TextPage): Quad | undefined {
  const lines = tidyLines(page);
  const label = beginningOf(lines);
  const own = label && page.lines[label.index]?.quad;
  if (!label || !own) return undefined;
  const around = lines
    .filter((line) => line !== label && line.text.length > 3)
    .sort((a, b) => Math.abs(a.middle - label.middle) - Math.abs(b.middle - label.middle))
    .slice(0, NEIGHBOURS);
  const height = Math.min(label.height, median(around.map((line) => line.height)) || label.height);
  const quadOf = (line: Line): Quad => page.lines[line.index]?.quad ?? own;
  const isPlain = (line: Line): boolean => line.height < TALL * height;
  const mates = lines
    .filter(
      (line) => isSameRow(line, label) && line.left > label.right && NEXT_LABEL.test(line.text),
    )
    .sort((a, b) => a.left - b.left);
  const points = [label, ...mates].filter(isPlain).map((line) => middleOf(quadOf(line)));
  const [first = middleOf(own)] = points;
  const last = points[points.length - 1];
  const angle =
    last && points.length > 1
      ? angleOf(first, last)
      : median(around.map((line) => angleOf(quadOf(line)[0], quadOf(line)[1])));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = ({ x, y }: TextPoint): number => (x - first.x) * cos + (y - first.y) * sin;
  const start = (along(own[0]) + along(own[3])) / 2;
  const ends = mates.map((line) => (along(quadOf(line)[0]) + along(quadOf(line)[3])) / 2);
  const end = Math.min(
    start + LENGTH_MAX * height,
    ...ends.filter((one) => one > start).map((one) => one - 0.2 * height),
    along({ x: page.width * (cos > 0 ? 1 : 0), y: first.y }),
  );
  const at = (x: number, y: number): TextPoint => ({
    x: first.x + x * cos - y * sin,
    y: first.y + x * sin + y * cos,
  });
  const half = height / 2;
  return [at(start, -half), at(end, -half), at(end, half), at(start, half)];
}

/** So many looks more must say the same than say otherwise. */
const LEAD_MIN = 3;
/** How sure of each character the looks that agree must be, the mean of them and the surest. */
const MEAN_SURE = 0.65;
const BEST_SURE = 0.8;

/**
 * What several looks at the payee's row agree on. None of them need be sure of every character: what stands beside a
 * stamp is read differently each time, and misread differently each time.
 */
export function hospitalByLooks(
  page: Omit<TextPage, 'lines'>,
  looks: readonly TextLine[],
): ReadField | undefined {
  const named = looks.flatMap((look) => {
    const one = { ...page, lines: [look] };
    const [line] = tidyLines(one);
    const read = line && hospitalOfRow(line);
    return read ? [{ ...read.name, rest: read.rest, box: boxOf(one, read.name.pieces) }] : [];
  });
  const [best] = named
    .map(({ value }) => named.filter((one) => one.value === value))
    .sort((a, b) => b.length - a.length);
  const [field] = best ?? [];
  if (!best || !field) return undefined;
  // Of a stamp every look leaves something else; what most read alike is print, and the name is longer.
  const isLonger = best.some(
    ({ rest }) => rest !== '' && 2 * best.filter((one) => one.rest === rest).length > best.length,
  );
  if (isLonger) return undefined;
  const against = named.length - best.length;
  if (best.length < LEAD_MIN + against) return undefined;
  const [from, to] = [0, [...field.value].length];
  const sureOf = Array.from({ length: to - from }, (_, at) =>
    best.map(({ pieces: [piece] }) =>
      piece && !/[()·]/.test(piece.text[at] ?? '') ? (piece.line.sure[piece.from + at] ?? 0) : 1,
    ),
  );
  const means = sureOf.map((all) => all.reduce((sum, one) => sum + one, 0) / all.length);
  const isSure = sureOf.every(
    (all, at) => (means[at] ?? 0) >= MEAN_SURE && Math.max(...all) >= BEST_SURE,
  );
  if (!isSure) return undefined;
  const confidence = Math.round(Math.min(...means) * 1000) / 1000;
  return { name: 'hospital', value: field.value, confidence, box: field.box };
}
