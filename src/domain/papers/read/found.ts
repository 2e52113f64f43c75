import type { Piece } from './lines.ts';
import type { ReadFieldName, ReadValues } from './types.ts';

/** A value with the pieces of text that say it. */
export interface Found<N extends ReadFieldName = ReadFieldName> {
  name: N;
  value: ReadValues[N];
  pieces: readonly Piece[];
  confidence: number;
}

/** A value that these pieces say. */
export function found<N extends ReadFieldName>(
  name: N,
  value: ReadValues[N],
  ...pieces: Piece[]
): Found<N> {
  return { name, value, pieces, confidence: Math.min(...pieces.map((one) => one.confidence)) };
}

/** Where nothing proves the characters, each of them must have been read as sure as this. */
export const SURE_ENOUGH = 0.8;

/** A text that nothing but the reader's own certainty proves. */
export function isSure({ confidence }: Piece): boolean {
  return confidence >= SURE_ENOUGH;
}
