import { readDay } from './checks.ts';
import { found, hasNoHole, isSure, type Found } from './found.ts';
import { findTotal, type Total } from './invoice-total.ts';
import { findPayments } from './invoice-payments.ts';
import { findStay } from './stay.ts';
import { labelled, pieceOf, rightOf, withWideBrackets, type Line, type Piece } from './lines.ts';
import { hospitalEnd, isHospitalName, isPersonName } from './names.ts';

/** A gap wider than this between label and value hides the value's beginning, in heights of the label. */
const GAP = 2.6;

/** Numbers that nothing proves but their length and the reader's certainty. */
function numberOf<N extends 'invoiceCode' | 'invoiceNumber'>(
  lines: readonly Line[],
  name: N,
  label: RegExp,
  shape: RegExp,
): Found | undefined {
  const value = labelled(lines, label, GAP)?.value;
  return value && shape.test(value.text) && isSure(value)
    ? found(name, value.text, value)
    : undefined;
}

function findCheckCode(lines: readonly Line[]): Found | undefined {
  const value = labelled(lines, /^校?验码:?/, GAP)?.value;
  // 1 and l, 0 and O look alike here, and nothing tells which is meant: what holds one of them is typed by staff.
  const isPlain = value && /^[\da-zA-Z]{6}$/.test(value.text) && !/[lIOo]/.test(value.text);
  return isPlain && value.confidence > 0.95 ? found('checkCode', value.text, value) : undefined;
}

function findPatient(lines: readonly Line[]): Found | undefined {
  const value = labelled(lines, /^(?:交款人|患者姓名|病人姓名|姓名):?(?!.*代码)/, GAP)?.value;
  return value && isPersonName(value.text) && isSure(value)
    ? found('patientName', value.text, value)
    : undefined;
}

/**
 * Stamps lie over it, and the reader is unsure of most characters under them. Two looks that treat stamps differently
 * must say the same.
 */
const NAME_SURE = 0.7;
const isLegible = (piece: Piece): boolean => piece.confidence >= NAME_SURE && hasNoHole(piece);

/** A hospital's name in a piece, when what a stamp left behind it is taken off. */
function hospitalIn(all: Piece | undefined): Found | undefined {
  if (!all) return undefined;
  const end = hospitalEnd(all.text, all.line.sure.slice(all.from, all.to));
  const value = pieceOf(all.line, all.from, all.from + end);
  return value && isHospitalName(value.text) && isLegible(value)
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
function joined(one: Piece, other: Piece): Found | undefined {
  // With the bracket that a piece is told without.
  const tail = other.line.text;
  const isShared = one.text[one.text.length - 1] === tail[0] && other.line.left < one.line.right;
  const text = one.text + tail.slice(isShared ? 1 : 0);
  return isHospitalName(text) && isLegible(one) && isLegible(other)
    ? found('hospital', withWideBrackets(text), one, other)
    : undefined;
}

/** The label, of which one character may be misread under a stamp, and what stands in its brackets. */
const PAYEE = /^(?:收.|.款|款)单位(?:\([^()]{0,2}\)|名称)?:?/;

function findHospital(lines: readonly Line[]): Found | undefined {
  const named = labelled(lines, PAYEE, GAP);
  if (!named) return undefined;
  const { label, value } = named;
  const next = goesOn(lines, value);
  // The label's box may hold the first stroke of the name, whose own box stands beside it, whole.
  if (next && value.line === label && value.text.length <= 1) return hospitalIn(next);
  const whole = next && joined(value, next);
  if (whole) return whole;
  // 甲医院 before （乙医院） is half of its name.
  if (next?.line.text.startsWith('(')) return undefined;
  const own = hospitalIn(value);
  if (own || value.line === label) return own;
  // Between the two rows of a slanted page something else may seem nearer.
  return rightOf(lines, label)
    .filter((line) => line.left - label.right <= GAP * label.height)
    .map((line) => hospitalIn(pieceOf(line, 0)))
    .find((one) => one !== undefined);
}

/** The day on which the paper was made out; never one before the treatment that it is for. */
function findInvoiceDate(lines: readonly Line[]): Found | undefined {
  const value = labelled(
    lines,
    /^(?:开票日期|开.日期|.票日期|票?日期|开具日期|收费日期|结算日期):/,
    GAP,
  )?.value;
  const day = value && readDay(value.text);
  if (!value || !day || !isSure(value) || day < '2000') return undefined;
  const visit = labelled(lines, /^就诊日期:?/, GAP)?.value;
  const visited = visit && readDay(visit.text);
  return visited && visited > day ? undefined : found('invoiceDate', day, value);
}

function findTitle(lines: readonly Line[]): Found | undefined {
  const line = lines.find(({ text }) => isInvoiceTitle(text));
  const piece = line && pieceOf(line, 0);
  if (!piece || !isSure(piece)) return undefined;
  if (/(票据|发票|收据)\(电子\)$/.test(line.text))
    return found('title', withWideBrackets(line.text), piece);
  const next = rightOf(lines, line).find(({ text }) => text === '(电子)');
  const rest = next && /(票据|发票|收据)$/.test(line.text) ? pieceOf(next, 0) : undefined;
  return rest && found('title', withWideBrackets(line.text + '(电子)'), piece, rest);
}

/** Whether this is the heading of a hospital's invoice. */
export function isInvoiceTitle(text: string): boolean {
  return /(医疗|门诊|住院).{0,8}(票据|发票|收据)/.test(text);
}

/** A medical e-invoice (医疗收费票据), of a visit or of a stay. */
export function readInvoice(lines: readonly Line[], kind: 'visit' | 'stay'): Found[] {
  const total: Total | undefined = findTotal(lines);
  const date = findInvoiceDate(lines);
  const stay = kind === 'stay' ? findStay(lines, date?.value) : [];
  return [
    findTitle(lines),
    numberOf(lines, 'invoiceCode', /^(?:电子)?票?据代码:?/, /^(\d{8}|\d{10}|\d{12})$/),
    numberOf(lines, 'invoiceNumber', /^(?:电子)?票?据号码:?/, /^(\d{8}|\d{10}|\d{20})$/),
    findCheckCode(lines),
    findPatient(lines),
    date,
    total && found('totalFen', total.fen, ...total.pieces),
    findHospital(lines),
    ...findPayments(lines, total),
    ...stay,
  ].filter((one) => one !== undefined);
}
