import { found, hasNoHole, type Found } from './found.ts';
import { labelled, pieceOf, rightOf, withWideBrackets, type Line, type Piece } from './lines.ts';
import { hospitalEnd, isHospitalName, lastWordEnd } from './names.ts';

/** A gap wider than this between label and value hides the value's beginning, in heights of the label. */
const GAP = 2.6;

/**
 * Stamps lie over it, and the reader is unsure of most characters under them. Two looks that treat stamps differently
 * must say the same.
 */
const NAME_SURE = 0.7;

/** A hospital's name in a piece, when what a stamp left behind it is taken off. */
function hospitalIn(all: Piece | undefined, sure: number): Found<'hospital'> | undefined {
  if (!all) return undefined;
  const end = hospitalEnd(all.text, all.line.sure.slice(all.from, all.to));
  const value = pieceOf(all.line, all.from, all.from + end);
  return value && isHospitalName(value.text) && value.confidence >= sure && hasNoHole(value)
    ? found('hospital', withWideBrackets(value.text), value)
    : undefined;
}

/** What goes on right behind a piece in a box of its own: a name that a stamp or a fold parted. */
function goesOn(lines: readonly Line[], { line }: Piece): Piece | undefined {
  const [next] = rightOf(lines, line);
  const isNear = next && next.left - line.right < 0.6 * line.height;
  return isNear && !/人:|复核|^收款/.test(next.text) ? pieceOf(next, 0) : undefined;
}

/** Two parts of one name; where their boxes lie over each other both may hold the character between them. */
function joined(one: Piece, other: Piece): Found<'hospital'> | undefined {
  // With the bracket that a piece is told without.
  const tail = other.line.text;
  const isShared = one.text[one.text.length - 1] === tail[0] && other.line.left < one.line.right;
  const text = one.text + tail.slice(isShared ? 1 : 0);
  const isLegible = [one, other].every(
    (piece) => piece.confidence >= NAME_SURE && hasNoHole(piece),
  );
  return isHospitalName(text) && isLegible
    ? found('hospital', withWideBrackets(text), one, other)
    : undefined;
}

/** The label, of which one or two characters may be misread under a stamp, and what stands in its brackets. */
export const PAYEE = /^(?:收.|.款|款|[^/:]{1,2}(?=单位[(:]))单位(?:\([^()]{0,2}\)|名称)?:?/;

/** The hospital that an invoice names as the one that is paid. */
export function findHospital(lines: readonly Line[]): Found<'hospital'> | undefined {
  const named = labelled(lines, PAYEE, GAP);
  if (!named) return undefined;
  const { label, value } = named;
  const next = goesOn(lines, value);
  // The label's box may hold the first stroke of the name, whose own box stands beside it, whole.
  if (next && value.line === label && value.text.length <= 1) return hospitalIn(next, NAME_SURE);
  const whole = next && joined(value, next);
  if (whole) return whole;
  // 甲医院 before （乙医院） is half of its name.
  if (next?.line.text.startsWith('(')) return undefined;
  const own = hospitalIn(value, NAME_SURE);
  if (own || value.line === label) return own;
  // Between the two rows of a slanted page something else may seem nearer.
  return rightOf(lines, label)
    .filter((line) => line.left - label.right <= GAP * label.height)
    .map((line) => hospitalIn(pieceOf(line, 0), NAME_SURE))
    .find((one) => one !== undefined);
}

/** A hospital in a row, and what was read behind it. */
export interface RowName {
  name: Found<'hospital'>;
  /** Print, or what is left of a stamp: other looks tell. */
  rest: string;
}

/** The name in a row that was read as one line with its label, however unsure: for several looks to agree on. */
export function hospitalOfRow(line: Line): RowName | undefined {
  const label = PAYEE.exec(line.text);
  if (!label) return undefined;
  // Where the search for lines missed it, the next label is read in the same line.
  const next = line.text.search(/复核|收款人/);
  const all = pieceOf(line, label[0].length, next > 0 ? next : line.text.length);
  const whole = hospitalIn(all, 0);
  if (whole || !all) return whole && { name: whole, rest: '' };
  const end = lastWordEnd(all.text);
  const rest = all.text.slice(end);
  // Behind a bracket stands another half of the name.
  const name = rest.startsWith('(')
    ? undefined
    : hospitalIn(pieceOf(line, all.from, all.from + end), 0);
  return name && { name, rest };
}
