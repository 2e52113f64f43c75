import { readDay } from './checks.ts';
import { found, isSure, type Found } from './found.ts';
import { findHospital } from './hospital.ts';
import { findTotal, type Total } from './invoice-total.ts';
import { findPayments } from './invoice-payments.ts';
import { findStay } from './stay.ts';
import { labelled, pieceOf, rightOf, withWideBrackets, type Line } from './lines.ts';
import { isPersonName } from './names.ts';

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
