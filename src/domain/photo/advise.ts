import type { PaperKind } from '../papers/read/types.ts';
import { isCutOff } from './cut-edge.ts';
import { glareCells } from './glare.ts';
import { hasNoPrint, isOtherShape } from './other-paper.ts';
import { sheetOf } from './sheet.ts';
import { TILE, tilesOf, writtenTiles, type Tiles } from './tiles.ts';
import type { GreyRaster, PhotoAdvice, PhotoRaster, PhotoSubject } from './types.ts';

/**
 * Where each advice begins (docs/decisions/2026-11-22-photo-advice.md). On labelled pictures the sharp ones come to 0.85
 * and more and the blurred ones to 0.53 and less; 0.65 is a tilted, slightly soft photo that is still read.
 */
export const LIMITS = {
  /** Steepness of the best characters, in parts of their contrast. */
  sharpness: 0.58,
  /** Steepness of the steepest places, in parts of the picture's span, where no writing can be made out at all. */
  anyEdge: 0.36,
  /** Brightness of the brightest fiftieth, and the span of brightness: dark is what is low in both. */
  brightest: 134,
  span: 125,
  /** A scene with less contrast than this may well have no steep edge, and one whose steepest place is less no edge at all. */
  sceneSpan: 100,
  sceneEdge: 0.04,
  /** What is written, from end to end on its longest side, points of the photo as it is sent. */
  written: 480,
  /** Longest side of the whole photo, points as it is sent: a small picture of a photo, not a photo. */
  side: 800,
  /** Tiles with writing that a judgement needs. */
  tiles: 6,
  /** Cells of a clipped patch: smaller ones hide nothing. */
  glare: 14,
} as const;

interface Light {
  /** Brightness below which the darkest half per cent, 98 and 99.5 per cent of the points lie. */
  lowest: number;
  brightest: number;
  highest: number;
}

function lightOf({ data }: GreyRaster): Light {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]!]!++;
  const below = (share: number): number => {
    let left = share * data.length;
    for (let value = 0; value < 256; value++) if ((left -= counts[value]!) < 0) return value;
    return 255;
  };
  return { lowest: below(0.005), brightest: below(0.98), highest: below(0.995) };
}

/** The value that a share of the list is below. */
function highOf(list: number[], share = 0.8): number {
  list.sort((a, b) => a - b);
  return list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
}

/** Steepness of the best characters; the lower of both directions, because a hand shakes in one. */
function sharpnessOf(tiles: Tiles, written: readonly number[]): number {
  const range = (i: number): number => tiles.brightest[i]! - tiles.darkest[i]!;
  return Math.min(
    highOf(written.map((i) => tiles.steepAcross[i]! / range(i))),
    highOf(written.map((i) => tiles.steepDown[i]! / range(i))),
  );
}

/** What the advice rests on. */
export interface PhotoMeasures {
  brightest: number;
  span: number;
  tiles: Tiles;
  /** Those that hold writing. */
  found: number[];
  sharpness: number;
  anyEdge: number;
  /** Longest side of what is written, points of the photo as it is sent. */
  written: number;
  glare: number;
}

/** Measures a photo; the same photo gives the same figures everywhere. */
export function measuresOf(raster: PhotoRaster): PhotoMeasures {
  const { grey, scale } = raster;
  const { lowest, brightest, highest } = lightOf(grey);
  const span = highest - lowest;
  const tiles = tilesOf(grey);
  const found = writtenTiles(tiles, span);
  const xs = found.map((i) => i % tiles.across);
  const ys = found.map((i) => Math.floor(i / tiles.across));
  const box = {
    left: Math.min(...xs) * TILE,
    top: Math.min(...ys) * TILE,
    right: (Math.max(...xs) + 1) * TILE,
    bottom: (Math.max(...ys) + 1) * TILE,
  };
  const isWritten = found.length >= LIMITS.tiles;
  return {
    brightest,
    span,
    tiles,
    found,
    sharpness: sharpnessOf(tiles, found),
    anyEdge:
      Math.max(highOf([...tiles.steepAcross], 0.98), highOf([...tiles.steepDown], 0.98)) /
      Math.max(1, span),
    written: isWritten ? Math.max(box.right - box.left, box.bottom - box.top) / scale : 0,
    glare: isWritten ? glareCells(raster, box) : 0,
  };
}

/**
 * The one thing to say about a photo, or null where nothing is certain: a false alarm costs a good photo, a miss only
 * what happened without us.
 * @param paper what was asked for; without it `other-paper` is never said
 */
export function adviceOf(
  raster: PhotoRaster,
  subject: PhotoSubject = 'paper',
  paper?: PaperKind,
): PhotoAdvice | null {
  const { brightest, span, tiles, found, ...measured } = measuresOf(raster);
  if (brightest <= LIMITS.brightest && span <= LIMITS.span) return 'dark';
  const isSoft = measured.anyEdge < LIMITS.anyEdge;
  if (subject === 'scene') {
    // Damp or soot on a wall has no edge at all and is what was to be shown: blurred is where there are edges, all soft.
    const hasEdges = measured.anyEdge > LIMITS.sceneEdge && span > LIMITS.sceneSpan;
    return isSoft && hasEdges ? 'blurred' : null;
  }
  if (paper && hasNoPrint(tiles, span, isSoft)) return 'other-paper';
  if (found.length < LIMITS.tiles) return isSoft ? 'blurred' : null;
  if (measured.sharpness < LIMITS.sharpness) return 'blurred';
  const side = Math.max(raster.grey.width, raster.grey.height) / raster.scale;
  if (measured.written < LIMITS.written || side < LIMITS.side) return 'too-small';
  const sheet = sheetOf(raster, found, tiles);
  if (isCutOff(sheet, found, tiles)) return 'cut-edge';
  if (paper && isOtherShape(sheet, found, tiles, paper)) return 'other-paper';
  return measured.glare >= LIMITS.glare ? 'glare' : null;
}
