import type { PhotoRaster } from './types.ts';

const SIDE = 8;
/** Of 64 bits. The two sides of a card, laid in the same place, differ in 10; the same photo again in a few. */
const SAME_BITS = 5;

/**
 * What a photo looks like in 64 bits, as 16 hex digits: whether each of 8 × 8 places is brighter than the one on its
 * right. Two photos of one thing differ in a few bits, whatever the light.
 */
export function lookOf({ grey: { width, height, data } }: PhotoRaster): string {
  let hex = '';
  let bits = 0;
  const at = (x: number, y: number): number => {
    const left = Math.floor((x * width) / (SIDE + 1));
    const right = Math.max(left + 1, Math.floor(((x + 1) * width) / (SIDE + 1)));
    const top = Math.floor((y * height) / SIDE);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / SIDE));
    let sum = 0;
    for (let j = top; j < bottom; j++) {
      for (let i = left; i < right; i++) sum += data[Math.min(data.length - 1, j * width + i)]!;
    }
    return sum / (right - left) / (bottom - top);
  };
  for (let y = 0; y < SIDE; y++) {
    const row = Array.from({ length: SIDE + 1 }, (_, x) => at(x, y));
    for (let x = 0; x < SIDE; x++) {
      bits = bits * 2 + (row[x]! > row[x + 1]! ? 1 : 0);
      if (x % 4 === 3) {
        hex += bits.toString(16);
        bits = 0;
      }
    }
  }
  return hex;
}

/** Whether two looks are of the same side of a card. */
export function isSameLook(one: string, other: string): boolean {
  if (one.length !== 16 || other.length !== 16) return false;
  let different = 0;
  for (let i = 0; i < 16; i++) {
    let bits = parseInt(one[i]!, 16) ^ parseInt(other[i]!, 16);
    for (; bits; bits >>= 1) different += bits & 1;
  }
  return different <= SAME_BITS;
}
