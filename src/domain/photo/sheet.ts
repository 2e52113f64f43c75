import { FINE_CELL } from './raster.ts';
import { TILE, type Tiles } from './tiles.ts';
import type { ColourGrid, GreyRaster, PhotoRaster } from './types.ts';

/** Where the sheet that is written on lies: 1 for each cell of the fine grid that belongs to it. */
export interface SheetMask {
  across: number;
  down: number;
  cells: Uint8Array;
  /** How many there are. */
  area: number;
}

/** Largest step from one cell of a sheet to the next, all channels together: more is the edge of something. */
const STEP = 24;
/** A sheet in shade keeps its colour and at least this share of its light. */
const SHADE = 0.4;
/** Less of a picture is no sheet but what stands on one. */
const LEAST = 0.07;
/** How far its colour may be off, steps of a channel. */
const TINT = 22;

/** Brightness, in thirds of a step: enough to compare. */
const sumAt = (data: Uint8Array, cell: number): number =>
  data[cell * 3]! + data[cell * 3 + 1]! + data[cell * 3 + 2]!;

/** Cells of the fine grid under tiles of writing. */
function cellsUnder(found: readonly number[], tilesAcross: number, grid: ColourGrid): number[] {
  const cells: number[] = [];
  for (const tile of found) {
    const left = Math.floor(((tile % tilesAcross) * TILE) / FINE_CELL);
    const top = Math.floor((Math.floor(tile / tilesAcross) * TILE) / FINE_CELL);
    for (let y = top; y < Math.min(grid.down, top + 5); y++) {
      for (let x = left; x < Math.min(grid.across, left + 5); x++) cells.push(y * grid.across + x);
    }
  }
  return cells;
}

/** Whether the writing is darker than what it stands on: strokes take less room than the paper between them. */
function isDarkOnLight(grey: GreyRaster, found: readonly number[], tiles: Tiles): boolean {
  let votes = 0;
  for (const tile of found) {
    const left = (tile % tiles.across) * TILE;
    const top = Math.floor(tile / tiles.across) * TILE;
    let sum = 0;
    for (let y = top; y < top + TILE; y += 2) {
      for (let x = left; x < left + TILE; x += 2) sum += grey.data[y * grey.width + x]!;
    }
    const middle = (tiles.darkest[tile]! + tiles.brightest[tile]!) / 2;
    votes += sum / (TILE / 2) ** 2 > middle ? 1 : -1;
  }
  return votes >= 0;
}

/** Each cell with the brightest of the nine around it (the darkest where writing is bright): the ink is gone. */
function withoutInk({ across, down, data }: ColourGrid, isLight: boolean): ColourGrid {
  const sums = new Int16Array(across * down);
  for (let i = 0; i < sums.length; i++) sums[i] = isLight ? sumAt(data, i) : -sumAt(data, i);
  // First sideways, then downwards: six looks for each cell and not nine.
  const best = new Int32Array(sums.length);
  for (let y = 0, i = 0; y < down; y++) {
    for (let x = 0; x < across; x++, i++) {
      let at = i;
      if (x > 0 && sums[i - 1]! > sums[at]!) at = i - 1;
      if (x < across - 1 && sums[i + 1]! > sums[at]!) at = i + 1;
      best[i] = at;
    }
  }
  const clean = new Uint8Array(data.length);
  for (let y = 0, i = 0; y < down; y++) {
    for (let x = 0; x < across; x++, i++) {
      let at = best[i]!;
      if (y > 0 && sums[best[i - across]!]! > sums[at]!) at = best[i - across]!;
      if (y < down - 1 && sums[best[i + across]!]! > sums[at]!) at = best[i + across]!;
      clean[i * 3] = data[at * 3]!;
      clean[i * 3 + 1] = data[at * 3 + 1]!;
      clean[i * 3 + 2] = data[at * 3 + 2]!;
    }
  }
  return { across, down, data: clean };
}

/** Cells with another colour on one side than on the other: a way around by many small steps is no way. */
function edgesOf({ across, down, data }: ColourGrid): Uint8Array {
  const edges = new Uint8Array(across * down);
  const isStep = (a: number, b: number): boolean =>
    Math.abs(data[a]! - data[b]!) +
      Math.abs(data[a + 1]! - data[b + 1]!) +
      Math.abs(data[a + 2]! - data[b + 2]!) >
    STEP;
  for (let y = 0, i = 0; y < down; y++) {
    for (let x = 0; x < across; x++, i++) {
      const [left, right] = [x > 0 ? i - 1 : i, x < across - 1 ? i + 1 : i];
      const [above, below] = [y > 0 ? i - across : i, y < down - 1 ? i + across : i];
      if (isStep(left * 3, right * 3) || isStep(above * 3, below * 3)) edges[i] = 1;
    }
  }
  return edges;
}

/** The commonest colour of the cells. */
function commonest({ data }: ColourGrid, cells: readonly number[]): [number, number, number] {
  const counts = new Map<number, number>();
  let most = 0;
  let first = cells[0] ?? 0;
  for (const cell of cells) {
    const key =
      ((data[cell * 3]! >> 4) << 8) |
      ((data[cell * 3 + 1]! >> 4) << 4) |
      (data[cell * 3 + 2]! >> 4);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) [most, first] = [count, cell];
  }
  return [data[first * 3]!, data[first * 3 + 1]!, data[first * 3 + 2]!];
}

/** First and last cell of a side of the picture that the sheet meets, where it holds a good part of what lies between. */
function metAlong(length: number, isMet: (i: number) => boolean): (i: number) => boolean {
  let [from, to, count] = [length, -1, 0];
  for (let i = 0; i < length; i++) {
    if (!isMet(i)) continue;
    from = Math.min(from, i);
    to = i;
    count++;
  }
  return (i) => count > (to - from + 1) * 0.4 && i >= from && i <= to;
}

/**
 * What is not reached from outside the sheet belongs to it: pictures, stamps, thick print. Where the sheet runs out of
 * the picture, what it runs out with is not outside either.
 */
function fillHoles({ across, down, cells }: Omit<SheetMask, 'area'>): void {
  const open: number[] = [];
  const enter = (i: number) => {
    if (cells[i] === 0) {
      cells[i] = 2;
      open.push(i);
    }
  };
  const last = across * (down - 1);
  const sides = [
    { length: across, at: (i: number) => i },
    { length: across, at: (i: number) => last + i },
    { length: down, at: (i: number) => i * across },
    { length: down, at: (i: number) => i * across + across - 1 },
  ].map(({ length, at }) => ({ length, at, isMet: metAlong(length, (i) => cells[at(i)] === 1) }));
  for (const { length, at, isMet } of sides) {
    for (let i = 0; i < length; i++) if (!isMet(i)) enter(at(i));
  }
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    const x = i % across;
    if (x > 0) enter(i - 1);
    if (x < across - 1) enter(i + 1);
    if (i >= across) enter(i - across);
    if (i < last) enter(i + across);
  }
  for (let i = 0; i < cells.length; i++) cells[i] = cells[i] === 2 ? 0 : 1;
}

function grownFrom(
  { lights, darks }: PhotoRaster,
  seeds: readonly number[],
  isLight: boolean,
): SheetMask {
  const { across, down } = lights;
  const { data } = withoutInk(isLight ? lights : darks, isLight);
  const paper = commonest({ across, down, data }, seeds);
  const light = paper[0] + paper[1] + paper[2];
  const isLike = (cell: number): boolean => {
    const share = sumAt(data, cell) / light;
    if (share < SHADE || share > 1.5) return false;
    for (let c = 0; c < 3; c++)
      if (Math.abs(data[cell * 3 + c]! - paper[c]! * share) > TINT) return false;
    return true;
  };
  const isEdge = edgesOf({ across, down, data });
  const isSeed = new Uint8Array(across * down);
  for (const cell of seeds) isSeed[cell] = 1;
  const part = new Int32Array(across * down);
  let parts = 0;
  let best = 0;
  let most = 0;
  for (const seed of seeds) {
    if (part[seed] || isEdge[seed] || !isLike(seed)) continue;
    const own = ++parts;
    part[seed] = own;
    const open = [seed];
    let written = 0;
    const enter = (to: number) => {
      if (part[to] || isEdge[to] || !isLike(to)) return;
      part[to] = own;
      open.push(to);
    };
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      written += isSeed[i]!;
      const x = i % across;
      if (x > 0) enter(i - 1);
      if (x < across - 1) enter(i + 1);
      if (i >= across) enter(i - across);
      if (i < across * (down - 1)) enter(i + across);
    }
    if (written > most) [most, best] = [written, own];
  }
  const cells = new Uint8Array(across * down);
  for (let i = 0; i < cells.length; i++) cells[i] = best && part[i] === best ? 1 : 0;
  fillHoles({ across, down, cells });
  let area = 0;
  for (const one of cells) area += one;
  return { across, down, cells, area };
}

/**
 * The sheet under the writing: all that goes over into it without an edge, in its own colour.
 * @param found tiles with writing
 */
export function sheetOf(raster: PhotoRaster, found: readonly number[], tiles: Tiles): SheetMask {
  const seeds = cellsUnder(found, tiles.across, raster.lights);
  const isLight = isDarkOnLight(raster.grey, found, tiles);
  const sheet = grownFrom(raster, seeds, isLight);
  // Thick characters take more room than the paper between them: then it is the other way round.
  if (sheet.area >= LEAST * sheet.across * sheet.down) return sheet;
  const otherWay = grownFrom(raster, seeds, !isLight);
  return otherWay.area > sheet.area ? otherWay : sheet;
}
