import type { Piece } from './lines.ts';
import type { TextPage, TextPoint } from './text-page.ts';
import type { PaperBox } from './types.ts';

/** A point of the upright page, both 0 to 1, as one of the picture before it was turned. */
function turnBack({ x, y }: TextPoint, rotation: TextPage['rotation']): TextPoint {
  if (rotation === 90) return { x: y, y: 1 - x };
  if (rotation === 180) return { x: 1 - x, y: 1 - y };
  if (rotation === 270) return { x: 1 - y, y: x };
  return { x, y };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Where a piece of a line begins and ends, 0 to 1 along the line: half a character beyond its outer ones. */
function stretchOf({ line, from, to }: Piece): [number, number] {
  const before = line.at[from - 1];
  const after = line.at[to];
  const first = line.at[from] ?? 0;
  const last = line.at[to - 1] ?? 1;
  return [
    before === undefined ? 0 : (before + first) / 2,
    after === undefined ? 1 : (last + after) / 2,
  ];
}

/** The corners of pieces, px of the upright page. */
function cornersOf(page: TextPage, piece: Piece): TextPoint[] {
  const quad = page.lines[piece.line.index]?.quad;
  if (!quad) return [];
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const between = (a: TextPoint, b: TextPoint, part: number): TextPoint => ({
    x: a.x + (b.x - a.x) * part,
    y: a.y + (b.y - a.y) * part,
  });
  return stretchOf(piece).flatMap((part) => [
    between(topLeft, topRight, part),
    between(bottomLeft, bottomRight, part),
  ]);
}

/** The place of pieces in the picture as it is kept, to four places. */
export function boxOf(page: TextPage, pieces: readonly Piece[]): PaperBox {
  const points = pieces
    .flatMap((piece) => cornersOf(page, piece))
    .map(({ x, y }) =>
      turnBack({ x: clamp(x / page.width), y: clamp(y / page.height) }, page.rotation),
    );
  const short = (value: number): number => Math.round(value * 10_000) / 10_000;
  const left = Math.min(...points.map(({ x }) => x));
  const top = Math.min(...points.map(({ y }) => y));
  return {
    x: short(left),
    y: short(top),
    width: short(Math.max(...points.map(({ x }) => x)) - left),
    height: short(Math.max(...points.map(({ y }) => y)) - top),
  };
}
