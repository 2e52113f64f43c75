import { readDay } from './checks.ts';
import { found, isSure, type Found } from './found.ts';
import { labelled, pieceOf, type Line, type Piece } from './lines.ts';

interface Day {
  day: string;
  piece: Piece;
}

const SPAN =
  /^(\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?)(?:至|到|-|~)+(\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?)/;

function dayAt(lines: readonly Line[], label: RegExp): Day | undefined {
  const piece = labelled(lines, label, 2.6)?.value;
  const day = piece && readDay(piece.text);
  return piece && day && isSure(piece) ? { day, piece } : undefined;
}

/** Both days in one value: 住院时间:2026-09-01至2026-09-10. */
function spanAt(lines: readonly Line[]): [Day, Day] | undefined {
  const piece = labelled(lines, /(?:住院(?:日期|时间|起止(?:日期|时间)?)|起止日期):?/, 2.6)?.value;
  const match = piece && SPAN.exec(piece.text);
  if (!piece || !match || !isSure(piece)) return undefined;
  const [first = '', second = ''] = [match[1], match[2]];
  const [from, to] = [readDay(first), readDay(second)];
  const parted = piece.from + first.length;
  const one = pieceOf(piece.line, piece.from, parted);
  const other = pieceOf(
    piece.line,
    piece.from + match[0].length - second.length,
    piece.from + match[0].length,
  );
  return from && to && one && other
    ? [
        { day: from, piece: one },
        { day: to, piece: other },
      ]
    : undefined;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/**
 * When a stay in hospital began and ended. Out before in, a paper made out before the stay began, or another number of
 * days than the paper itself counts: then neither day is taken.
 * @param madeOn the day on which the paper was made out, where it is known
 */
export function findStay(lines: readonly Line[], madeOn: unknown): Found[] {
  const span = spanAt(lines);
  const admitted = span?.[0] ?? dayAt(lines, /入院(?:日期|时间):?/);
  const discharged = span?.[1] ?? dayAt(lines, /出院(?:日期|时间):?/);
  const isTooEarly = typeof madeOn === 'string' && admitted && madeOn < admitted.day;
  if (isTooEarly) return [];
  if (admitted && discharged) {
    const days = daysBetween(admitted.day, discharged.day);
    const counted = /^(\d{1,4})天?$/.exec(
      labelled(lines, /(?:实际)?住院天数:?/, 2.6)?.value.text ?? '',
    )?.[1];
    // Hospitals count the first day, the last, or both.
    const isCounted = counted === undefined || [days, days + 1].includes(Number(counted));
    if (days < 0 || !isCounted) return [];
  }
  return [
    admitted && found('admittedOn', admitted.day, admitted.piece),
    discharged && found('dischargedOn', discharged.day, discharged.piece),
  ].filter((one) => one !== undefined);
}
