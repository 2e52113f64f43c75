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

/** Of the usual step from one character to the next: more is room for one that was not read. */
const STEP_MAX = 1.75;

/**
 * Whether Chinese characters follow each other without a hole. The reader drops thin ones (一) without a trace but their
 * room; all are equally wide in print.
 */
export function hasNoHole({ line, from, to, text }: Piece): boolean {
  const isHan = (at: number): boolean => /[\u4e00-\u9fff]/.test(line.text[at] ?? '');
  const steps: number[] = [];
  for (let at = from + 1; at < to; at += 1) {
    if (isHan(at) && isHan(at - 1)) steps.push((line.at[at] ?? 0) - (line.at[at - 1] ?? 0));
  }
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return text.length < 4 || steps.every((step) => step < STEP_MAX * usual);
}
