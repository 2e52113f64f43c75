import sharp from 'sharp';
import type { Pixels } from './pixels.ts';

/** Refused before anything is unpacked: a small file may say that it is a picture of any size. */
const PIXELS_MAX = 52_000_000;
/** Longest side that is read, px: what kept photos have at most; more costs memory and reads no better. */
const SIDE_MAX = 2400;

sharp.cache(false);
sharp.concurrency(1);

/** The picture is none, is broken, or is too large to be unpacked. */
export class UnreadablePictureError extends Error {
  override name = 'UnreadablePictureError';
}

/**
 * Unpacks a picture: upright by its own note, without transparency.
 * @throws UnreadablePictureError
 */
export async function decodeImage(bytes: Uint8Array): Promise<Pixels> {
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'error',
      limitInputPixels: PIXELS_MAX,
      sequentialRead: true,
      pages: 1,
    })
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
    };
  } catch (cause) {
    throw new UnreadablePictureError('the picture cannot be opened', { cause });
  }
}
