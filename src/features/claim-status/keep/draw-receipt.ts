import { qrSquares } from '#ui/qr-code/qr-squares.ts';
import type { SlipText } from './slip-text.ts';

/** Three dots to a pixel of a phone: on its whole screen nothing is read below 18 px. */
const WIDTH = 1080;
const EDGE = 80;
const CODE = 560;
const ABOVE_CODE = 24;
const GROUND = '#fbf9f4';
const INK = '#1f1c17';
const SOFT = '#4b463c';
const FORWARD = '#155239';

interface Line {
  text: string;
  /** px */
  size: number;
  colour: string;
  isBold: boolean;
  /** Free space above, px. */
  above: number;
}

/** Breaks a text to the picture's width: between words where there are spaces, between signs in Chinese. */
function broken(text: string, fits: (part: string) => boolean): string[] {
  const parts = text.match(
    /[\u3400-\u9fff\uff00-\uffef]|[^\s\u3400-\u9fff\uff00-\uffef]+\s*|\s+/g,
  ) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && !fits((line + part).trimEnd())) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

function linesOf({ brand, heading, rows, scan }: SlipText): Line[] {
  return [
    { text: brand, size: 52, colour: FORWARD, isBold: true, above: 0 },
    { text: heading, size: 84, colour: INK, isBold: true, above: 48 },
    ...rows.flatMap(({ label, value, isLarge }): Line[] => [
      { text: label, size: 52, colour: SOFT, isBold: false, above: 56 },
      { text: value, size: isLarge ? 92 : 68, colour: INK, isBold: true, above: 12 },
    ]),
    { text: scan, size: 52, colour: SOFT, isBold: false, above: 72 },
  ];
}

/** The code in whole pixels to a square, or a phone's camera sees grey edges. */
function drawCode(pen: CanvasRenderingContext2D, address: string, top: number, left: number): void {
  const squares = qrSquares(address);
  const size = Math.floor(CODE / squares.length);
  const side = size * squares.length;
  pen.fillStyle = '#ffffff';
  pen.fillRect(left, top, side, side);
  pen.fillStyle = '#000000';
  squares.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.fillRect(left + x * size, top + y * size, size, size);
    }),
  );
}

/** The receipt as a PNG in a data URL, in the page's own font; nothing where the device cannot draw. */
export function drawReceipt(text: SlipText): string | undefined {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const family = getComputedStyle(document.documentElement).fontFamily || 'sans-serif';
  const fontOf = (line: Line) => `${line.isBold ? 600 : 400} ${line.size}px ${family}`;
  const laidOut = linesOf(text).flatMap((line) => {
    pen.font = fontOf(line);
    const fits = (part: string) => pen.measureText(part).width <= WIDTH - 2 * EDGE;
    return broken(line.text, fits).map((part, i) => ({
      ...line,
      text: part,
      above: i === 0 ? line.above : 8,
    }));
  });
  canvas.width = WIDTH;
  // Setting the size clears the picture and the font, so it is measured first and drawn after.
  canvas.height = laidOut.reduce(
    (sum, { size, above }) => sum + above + Math.round(size * 1.3),
    2 * EDGE + ABOVE_CODE + CODE,
  );
  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = FORWARD;
  pen.fillRect(0, 0, canvas.width, 16);
  pen.textBaseline = 'top';
  let y = EDGE;
  for (const line of laidOut) {
    y += line.above;
    pen.font = fontOf(line);
    pen.fillStyle = line.colour;
    pen.fillText(line.text, EDGE, y);
    y += Math.round(line.size * 1.3);
  }
  drawCode(pen, text.address, y + ABOVE_CODE, EDGE);
  try {
    return canvas.toDataURL('image/png');
  } catch {
    // Some privacy settings forbid reading a canvas: the number is still on the page.
    return undefined;
  }
}
