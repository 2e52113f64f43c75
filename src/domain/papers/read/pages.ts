import { pieceOf, type Line } from './lines.ts';
import type { PaperReading } from './types.ts';

const FORMS = [
  /第(?<page>\d{1,2})页[,/|(]?共(?<of>\d{1,2})页/,
  /共(?<of>\d{1,2})页[,/|(]?第(?<page>\d{1,2})页/,
  /^(?:页码:?)?(?<page>\d{1,2})\/(?<of>\d{1,2})页$/,
  /^页码:?(?<page>\d{1,2})\/(?<of>\d{1,2})$/,
];

/** 第1页共2页: which page this is, where the paper says so in a sure line; nothing where two lines say otherwise. */
export function findPages(lines: readonly Line[]): PaperReading['pages'] {
  const told = new Map<string, { page: number; of: number }>();
  for (const line of lines) {
    const match = FORMS.map((form) => form.exec(line.text)).find((one) => one !== null);
    const [page, of] = [Number(match?.groups?.['page']), Number(match?.groups?.['of'])];
    const piece = match && pieceOf(line, match.index, match.index + match[0].length);
    if (!piece || piece.confidence < 0.95 || page < 1 || page > of || of > 40) continue;
    told.set(`${page}/${of}`, { page, of });
  }
  return told.size === 1 ? [...told.values()][0] : undefined;
}
