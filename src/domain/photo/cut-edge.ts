import { areaOf, contactsOf, hullOf, untidinessOf, type Side } from './outline.ts';
import { FINE_CELL } from './raster.ts';
import type { SheetMask } from './sheet.ts';
import { TILE, type Tiles } from './tiles.ts';

/** Limits of what is said of a cut edge (docs/decisions/2026-11-22-photo-advice.md). */
const CUT = {
  /** Share of the picture that a sheet takes: more is a picture of nothing but paper, less is no sheet. */
  least: 0.07,
  most: 0.93,
  /** Three sides of four: then it has to be a photo and no picture of a screen with a bar above it. */
  mostOfThree: 0.85,
  tilt: 3,
  /** A sheet has no bays: share of the tightest line around it that it fills. */
  solid: 0.97,
  /** Two sheets on each other have bays and slants in the line around them (outline.ts); one alone hardly any. */
  bays: 0.095,
  slants: 0.05,
  /** Share of a side of the picture that the sheet meets it on. */
  touch: 0.08,
  /** Cells of background on the side across. */
  clear: 3,
  /** Tiles from the side within which there is print. */
  print: 2,
} as const;

const ACROSS: Record<Side, Side> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };
const SIDES = Object.keys(ACROSS) as Side[];

/** How many tiles lie between this tile and a side. */
function tilesFrom(side: Side, tile: number, { across, down }: Tiles): number {
  const x = tile % across;
  const y = Math.floor(tile / across);
  return { left: x, right: across - 1 - x, top: y, bottom: down - 1 - y }[side];
}

/**
 * Whether a sheet certainly runs out of the picture with its print: it is found, whole but for the sides that it meets,
 * and there is background on the sides across from them. A page that fills the picture is none: it may be a scan.
 * @param found tiles with writing
 */
export function isCutOff(sheet: SheetMask, found: readonly number[], tiles: Tiles): boolean {
  const share = sheet.area / (sheet.across * sheet.down);
  if (share < CUT.least || share > CUT.most) return false;
  const hull = hullOf(sheet);
  if (sheet.area < CUT.solid * areaOf(hull)) return false;
  const { bays, slants } = untidinessOf(sheet, hull);
  if (bays > CUT.bays || slants > CUT.slants) return false;
  const contacts = contactsOf(sheet);
  const touched = SIDES.filter((side) => contacts[side].count >= CUT.touch * contacts[side].length);
  if (touched.length === 0 || touched.length > 3) return false;
  const isTouched = (side: Side) => touched.includes(side);
  if (touched.length === 3) {
    const free = SIDES.find((side) => !isTouched(side))!;
    const ends = SIDES.filter((side) => side !== free && side !== ACROSS[free]);
    const [one, other] = ends.map((side) =>
      free === 'left' || free === 'top'
        ? contacts[side].from
        : contacts[side].length - 1 - contacts[side].to,
    );
    if (share > CUT.mostOfThree || Math.abs(one! - other!) < CUT.tilt) return false;
  } else {
    if (touched.some((side) => contacts[ACROSS[side]].gap < CUT.clear)) return false;
    // One side from corner to corner: a strip along it and not where a sheet ends.
    const { from, to, length } = contacts[touched[0]!];
    if (touched.length === 1 && (from < 1 || to > length - 2)) return false;
  }
  return found.some((tile) => {
    const x = Math.floor((((tile % tiles.across) + 0.5) * TILE) / FINE_CELL);
    const y = Math.floor(((Math.floor(tile / tiles.across) + 0.5) * TILE) / FINE_CELL);
    if (!sheet.cells[y * sheet.across + x]) return false;
    return touched.some((side) => tilesFrom(side, tile, tiles) < CUT.print);
  });
}
