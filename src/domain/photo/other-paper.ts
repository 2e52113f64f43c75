import type { PaperKind } from '../papers/read/types.ts';
import { areaOf, contactsOf, hullOf } from './outline.ts';
import { FINE_CELL } from './raster.ts';
import { shapeOf } from './shape.ts';
import type { SheetMask } from './sheet.ts';
import { TILE, writtenTiles, type Tiles } from './tiles.ts';

/** Limits of what is said of another paper (docs/decisions/2026-11-22-photo-advice.md). */
const OTHER = {
  /** Tiles with marks in both directions, of whatever contrast: a card has some 20 and more. */
  marks: 3,
  /** Tiles with any shape in both directions: hardly one is a blank; in between it may be a stamp or thick print. */
  fewShapes: 3,
  manyShapes: 30,
  busy: 0.03,
  range: 24,
  /** Span of brightness of a wall or a blank sheet; blurred print spans more. */
  blank: 40,
  /** Share of all tiles: cloth and grass are rough all over, a page has margins and lines with room between them. */
  rough: 0.7,
  /** A sheet found whole: share of the line around it that it fills, longer side in cells, cells to the picture's sides. */
  solid: 0.95,
  side: 130,
  gap: 2,
  /** Longer side through shorter side of a bank or identity card (85.6 × 54 mm), held a little askew. */
  cardRatio: [1.5, 1.68],
  notCardRatio: [1.47, 1.71],
  /** A card's corners are round (3.2 mm): how far they stay behind sharp ones, in parts of its longer side. */
  round: 0.0105,
  sharp: 0.0085,
  /** Share of a sheet's tiles with print: a card has little of it, a page much. */
  littlePrint: 0.16,
  muchPrint: 0.17,
} as const;

const CARDS: readonly PaperKind[] = ['id-front', 'id-back', 'bank-card'];
const INVOICES: readonly PaperKind[] = ['invoice-outpatient', 'invoice-inpatient'];

/**
 * Whether there is certainly nothing written in a picture: a face, a wall, cloth, the back of a sheet.
 * @param isSoft nothing in it is sharp: then it may be blurred print
 */
export function hasNoPrint(tiles: Tiles, span: number, isSoft: boolean): boolean {
  const all = tiles.across * tiles.down;
  const marks = writtenTiles(tiles, 0).length;
  if (marks > OTHER.marks) return !isSoft && marks >= OTHER.rough * all;
  let shapes = 0;
  for (let i = 0; i < all; i++) {
    const isBusy = tiles.busyAcross[i]! > OTHER.busy && tiles.busyDown[i]! > OTHER.busy;
    if (isBusy && tiles.brightest[i]! - tiles.darkest[i]! >= OTHER.range) shapes++;
  }
  if (shapes <= OTHER.fewShapes) return !isSoft || span < OTHER.blank;
  return !isSoft && shapes >= OTHER.manyShapes;
}

/** Whether the sheet has certainly the shape of another paper than the one that was asked for. */
export function isOtherShape(
  sheet: SheetMask,
  found: readonly number[],
  tiles: Tiles,
  paper: PaperKind,
): boolean {
  if (![...CARDS, ...INVOICES].includes(paper) || sheet.area === 0) return false;
  if (sheet.area < OTHER.solid * areaOf(hullOf(sheet))) return false;
  if (Object.values(contactsOf(sheet)).some(({ gap }) => gap < OTHER.gap)) return false;
  const shape = shapeOf(sheet);
  if (!shape || shape.side < OTHER.side) return false;
  const printed = found.filter((tile) => {
    const x = Math.floor((((tile % tiles.across) + 0.5) * TILE) / FINE_CELL);
    const y = Math.floor(((Math.floor(tile / tiles.across) + 0.5) * TILE) / FINE_CELL);
    return sheet.cells[y * sheet.across + x] === 1;
  }).length;
  const print = printed / (sheet.area * (FINE_CELL / TILE) ** 2);
  const isWithin = ([low, high]: readonly [number, number]) =>
    shape.ratio >= low && shape.ratio <= high;
  if (CARDS.includes(paper)) {
    const isNoCard = !isWithin(OTHER.notCardRatio) && shape.roundness <= OTHER.sharp;
    return isNoCard && print >= OTHER.muchPrint;
  }
  const isCard = isWithin(OTHER.cardRatio) && shape.roundness >= OTHER.round;
  return isCard && print <= OTHER.littlePrint;
}
