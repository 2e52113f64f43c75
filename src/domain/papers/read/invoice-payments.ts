import { found, type Found } from './found.ts';
import { labelled, type Line, type Piece } from './lines.ts';
import { readAmount } from './money.ts';

export interface Amount {
  fen: number;
  piece: Piece;
}

const PAYMENTS = [
  ['fundPaidFen', /(?:医保)?统?筹基金支付:?/],
  ['otherPaidFen', /^其他支付:?/],
  ['accountPaidFen', /^个人账户支付:?/],
  ['cashPaidFen', /^个人现金支付:?/],
] as const;

/** An amount beside its label. */
export function amountAt(lines: readonly Line[], label: RegExp): Amount | undefined {
  const piece = labelled(lines, label)?.value;
  const fen = piece && readAmount(piece.text);
  return piece && fen !== undefined ? { fen, piece } : undefined;
}

/** Who paid how much, where all four are there: fund, other, own account and cash. */
export function paymentsOf(lines: readonly Line[]): readonly Amount[] | undefined {
  const amounts = PAYMENTS.map(([, label]) => amountAt(lines, label));
  return amounts.every((one) => one !== undefined) ? amounts : undefined;
}

/** Who paid how much; only where the four together are the total. */
export function findPayments(lines: readonly Line[], total: { fen: number } | undefined): Found[] {
  const amounts = paymentsOf(lines);
  if (!total || !amounts || amounts.reduce((sum, { fen }) => sum + fen, 0) !== total.fen) return [];
  return PAYMENTS.flatMap(([name], i) => {
    const amount = amounts[i];
    return amount ? [found(name, amount.fen, amount.piece)] : [];
  });
}
