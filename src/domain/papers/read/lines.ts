import type { TextLine, TextPage, TextPoint } from './text-page.ts';

/** A line made ready for looking things up: plain signs, no spaces, level with its page. */
export interface Line {
  text: string;
  /** For each character of `text`, see TextLine. */
  sure: readonly number[];
  at: readonly number[];
  /** Its place in `page.lines`. */
  index: number;
  /** px of the page as if its lines ran level. */
  left: number;
  right: number;
  middle: number;
  height: number;
}

/** A stretch of a line that holds a value. */
export interface Piece {
  text: string;
  /** How sure the reader was of the least sure character. */
  confidence: number;
  line: Line;
  from: number;
  to: number;
}

/** Signs that are one for us; what is full-width becomes plain by its code. */
const SAME: Readonly<Record<string, string>> = {
  '；': ':',
  ';': ':',
  '【': '(',
  '[': '(',
  '】': ')',
  ']': ')',
  '•': '·',
  '・': '·',
  '。': '.',
  '—': '-',
  '–': '-',
  '￥': '¥',
};

function plain(character: string): string {
  const same = SAME[character];
  if (same) return same;
  const code = character.charCodeAt(0);
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
}

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

function tidyText({ text, sure, at }: TextLine): Pick<Line, 'text' | 'sure' | 'at'> {
  const kept = Array.from({ length: text.length }, (_, i) => i).filter((i) => !isSpace(text[i]));
  return {
    text: kept.map((i) => plain(text[i] ?? '')).join(''),
    sure: kept.map((i) => sure[i] ?? 0),
    at: kept.map((i) => at[i] ?? 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The lines of a page with plain signs, turned level by the slant that most of them have; from top to bottom. */
export function tidyLines({ lines }: Pick<TextPage, 'lines'>): Line[] {
  const long = lines.filter(({ text }) => text.length > 3);
  const slant = median(
    (long.length > 0 ? long : lines).map(({ quad: [from, to] }) =>
      Math.atan2(to.y - from.y, to.x - from.x),
    ),
  );
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const level = ({ x, y }: TextPoint): TextPoint => ({
    x: x * cos + y * sin,
    y: y * cos - x * sin,
  });
  return lines
    .map((line, index) => {
      const [topLeft, topRight, bottomRight, bottomLeft] = line.quad;
      const corners = line.quad.map(level);
      const sum = corners.reduce((all, { y }) => all + y, 0);
      return {
        ...tidyText(line),
        index,
        left: Math.min(...corners.map(({ x }) => x)),
        right: Math.max(...corners.map(({ x }) => x)),
        middle: sum / 4,
        height:
          (Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y) +
            Math.hypot(bottomRight.x - topRight.x, bottomRight.y - topRight.y)) /
          2,
      };
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.middle - b.middle);
}

/** How sure the least sure character is; brackets and stops, which have many forms, do not count. */
function leastSure({ text, sure }: Line, start: number, end: number): number {
  const signs = sure.slice(start, end).filter((_, i) => !/[().,:·-]/.test(text[start + i] ?? ''));
  return signs.length > 0 ? Math.min(...signs) : 0;
}

/** A stretch of a line, without the colons and brackets at its ends. */
export function pieceOf(line: Line, from: number, to = line.text.length): Piece | undefined {
  let [start, end] = [from, to];
  while (start < end && /[:.,()]/.test(line.text[start] ?? '')) start += 1;
  while (end > start && /[:.,]/.test(line.text[end - 1] ?? '')) end -= 1;
  if (start >= end) return undefined;
  return {
    text: line.text.slice(start, end),
    confidence: leastSure(line, start, end),
    line,
    from: start,
    to: end,
  };
}

/** Whether two lines stand in one row of the page. */
export function isSameRow(a: Line, b: Line): boolean {
  return Math.abs(a.middle - b.middle) < 0.7 * Math.max(a.height, b.height);
}

/** What stands to the right of a line in its row, nearest first. */
export function rightOf(lines: readonly Line[], line: Line): Line[] {
  return lines
    .filter(
      (other) =>
        other !== line &&
        isSameRow(line, other) &&
        // Boxes are wider than their text and overlap where a page is slanted: the middle tells.
        (other.left + other.right) / 2 > line.right &&
        other.left > (line.left + line.right) / 2,
    )
    .sort((a, b) => a.left - b.left);
}

export interface Labelled {
  label: Line;
  value: Piece;
}

/**
 * The value that a label names: the rest of its line, or the nearest piece to its right.
 * @param label must match the label whole, from the line's start or behind another label's value
 * @param gapMax the widest gap to a piece on the right, in heights of the label
 */
export function labelled(lines: readonly Line[], label: RegExp, gapMax = 3): Labelled | undefined {
  for (const line of lines) {
    const found = label.exec(line.text);
    if (!found) continue;
    const rest = pieceOf(line, found.index + found[0].length);
    if (rest) return { label: line, value: rest };
    const [next] = rightOf(lines, line);
    const value =
      next && next.left - line.right <= gapMax * line.height ? pieceOf(next, 0) : undefined;
    if (value) return { label: line, value };
  }
  return undefined;
}

/** Digits and signs that are read one for the other; only where nothing but digits can stand. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
};

/** A text of digits with look-alikes put right. */
export function asDigits(text: string): string {
  return text.replace(/[OoQDIl|ZzSsB]/g, (sign) => LOOKS_LIKE[sign] ?? sign);
}

/** Names and headings with the brackets that Chinese print uses. */
export function withWideBrackets(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）');
}
