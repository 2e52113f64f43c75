import { encodeQR } from 'qr';

/** Squares of quiet ground that a reader needs on every side of the code. */
const EDGE = 4;

/**
 * A text as a QR code: rows of squares, true where it is dark, with the quiet edge. A quarter of it may be folded or
 * stained and it still reads.
 * @throws Error for a text of more than about 1,600 characters
 */
export function qrSquares(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'quartile', border: EDGE });
}
