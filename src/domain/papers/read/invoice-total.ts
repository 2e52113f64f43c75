import { isSameRow, pieceOf, rightOf, type Line, type Piece } from './lines.ts';
import { paymentsOf } from './invoice-payments.ts';
import { readAmount, readAmountInWords } from './money.ts';

export interface Total {
  fen: number;
  /** The figures where they were read, else what proves the sum. */
  pieces: readonly Piece[];
}

/** What a line says behind a label, and what stands to its right: the first of them that is an amount. */
function amountBehind(
  lines: readonly Line[],
  label: RegExp,
  read: (text: string) => number | undefined,
): Total | undefined {
  for (const line of lines) {
    const match = label.exec(line.text);
    if (!match) continue;
    const rest = pieceOf(line, match.index + match[0].length);
    const pieces = rest ? [rest] : rightOf(lines, line).map((one) => pieceOf(one, 0));
    for (const piece of pieces) {
      // 大写 and 小写 may stand in one box.
      const end = piece ? piece.text.search(/\(?小写/) : -1;
      const own = piece && end > 0 ? pieceOf(piece.line, piece.from, piece.from + end) : piece;
      const fen = own && read(own.text);
      if (own && fen !== undefined) return { fen, pieces: [own] };
    }
  }
  return undefined;
}

/** Amounts under the headings 金额, between the headings and the row of the total. */
function itemsOf(lines: readonly Line[]): Total | undefined {
  const headings = lines.filter(({ text }) => /^金额(\(元\))?$/.test(text));
  const [heading] = headings;
  const end = lines.find(({ text }) => /大写|小写|金额合计|^合计/.test(text));
  if (!heading || !end) return undefined;
  const inTable = lines.filter(
    (line) =>
      line.middle > heading.middle + heading.height / 2 &&
      line.middle < end.middle - end.height / 2 &&
      !isSameRow(line, heading) &&
      !isSameRow(line, end),
  );
  const pieces: Piece[] = [];
  let sum = 0;
  for (const line of inTable) {
    const fen = readAmount(line.text);
    const isBelow = headings.some(
      ({ left, right }) => line.right > left - line.height && line.left < right + line.height,
    );
    if (fen === undefined || !isBelow) continue;
    const piece = pieceOf(line, 0);
    if (piece) pieces.push(piece);
    sum += fen;
  }
  return pieces.length > 0 ? { fen: sum, pieces } : undefined;
}

/**
 * The total of an invoice: the sum that at least two of its four sayings agree on, figures, words, the items together and
 * the payments together. One alone may be misread, and two different pairs are a question for a person.
 */
export function findTotal(lines: readonly Line[]): Total | undefined {
  const figures = amountBehind(lines, /\(?小写\)?:?/, readAmount);
  const words = amountBehind(lines, /\(?大写\)?:?/, readAmountInWords);
  const payments = paymentsOf(lines);
  const paid: Total | undefined = payments && {
    fen: payments.reduce((sum, { fen }) => sum + fen, 0),
    pieces: payments.map(({ piece }) => piece),
  };
  const sayings = [figures, words, paid, itemsOf(lines)].filter((one) => one !== undefined);
  const agreed = sayings.filter(
    (one) => one.fen > 0 && sayings.filter(({ fen }) => fen === one.fen).length > 1,
  );
  const [best] = agreed;
  return best && agreed.every(({ fen }) => fen === best.fen) ? best : undefined;
}
