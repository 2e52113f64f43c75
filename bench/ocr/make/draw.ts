import sharp from 'sharp';

/** A label as the label files have it. */
export interface Paper {
  type: string;
  fields: Record<string, string>;
  svg: string;
  width: number;
  height: number;
}

export interface Ink {
  size: number;
  font?: string;
  fill?: string;
  weight?: number;
  spacing?: number;
  anchor?: 'start' | 'middle' | 'end';
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One text, its base line at y. */
export function write(text: string, x: number, y: number, ink: Ink): string {
  const {
    size,
    font = 'Noto Sans CJK SC',
    fill = '#1a1a1a',
    weight = 400,
    spacing = 0,
    anchor = 'start',
  } = ink;
  return `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" letter-spacing="${spacing}" text-anchor="${anchor}" fill="${fill}" xml:space="preserve">${escape(text)}</text>`;
}

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const rule = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1.5,
): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"/>`;

/** Fine waves, as papers of value have them. */
export function waves(
  width: number,
  height: number,
  stroke: string,
  step: number,
  opacity: number,
): string {
  const lines: string[] = [];
  for (let y = -40; y < height + 40; y += step) {
    lines.push(
      `<path d="M0 ${y} C ${width * 0.3} ${y - 60}, ${width * 0.6} ${y + 70}, ${width} ${y - 10}"/>`,
    );
  }
  return `<g fill="none" stroke="${stroke}" opacity="${opacity}">${lines.join('')}</g>`;
}

export const sheet = (width: number, height: number, inside: string, radius = 0): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><clipPath id="edge"><rect width="${width}" height="${height}" rx="${radius}"/></clipPath></defs><g clip-path="url(#edge)">${inside}</g></svg>`;

export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The paper's pixels with its own outline: red, green, blue, opacity. */
export async function pixelsOf(svg: string): Promise<Picture> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    width: info.width,
    height: info.height,
  };
}
