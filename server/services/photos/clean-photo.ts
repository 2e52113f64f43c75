import decodeHeic from 'heic-decode';
import sharp, { type Sharp } from 'sharp';
import {
  FULL_SIDE,
  THUMB_SIDE,
  type CleanPhoto,
  type KeptPicture,
  type PhotoResult,
  type RefusedPhoto,
} from './photo-result.ts';
import { renderPdf } from './render-pdf.ts';
import { sniffPhoto, type PhotoKind } from './sniff-photo.ts';

/** Phones make 108-megapixel JPEGs; they are shrunk while they are read, so this is cheap. */
const JPEG_PIXELS = 110_000_000;
/** Everything else is unpacked whole, 4 bytes a pixel: 50 megapixels is what large phone sensors store. */
const OTHER_PIXELS = 52_000_000;
const QUALITY = 82;

// Only the readers of what `sniffPhoto` lets through: libvips could open dozens of formats more.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

const tooLarge: RefusedPhoto = { state: 'rejected', reason: 'too-large' };
const cannotOpen: RefusedPhoto = { state: 'rejected', reason: 'cannot-open' };

async function openHeic(bytes: Uint8Array): Promise<Sharp | RefusedPhoto> {
  const images = await decodeHeic.all({ buffer: bytes });
  try {
    const first = images[0];
    if (!first) return cannotOpen;
    // Sizes are known before anything is unpacked.
    if (first.width * first.height > OTHER_PIXELS) return tooLarge;
    const { data, width, height } = await first.decode();
    // The decoder has turned it upright already.
    return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), {
      raw: { width, height, channels: 4 },
    });
  } finally {
    images.dispose();
  }
}

function openOther(bytes: Uint8Array, kind: PhotoKind): Sharp {
  return sharp(bytes, {
    // 'error' takes what phones write slightly wrong and refuses what is cut short.
    failOn: 'error',
    limitInputPixels: kind === 'jpeg' ? JPEG_PIXELS : OTHER_PIXELS,
    sequentialRead: true,
  }).autoOrient();
}

async function encode(photo: Sharp): Promise<CleanPhoto> {
  const { data: full, info } = await photo
    .resize({ width: FULL_SIDE, height: FULL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    // sharp writes no metadata unless asked: place, time, phone and thumbnails are gone.
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  const thumb = await sharp(full)
    .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { state: 'received', full, thumb, width: info.width, height: info.height };
}

async function cleanPdf(bytes: Uint8Array): Promise<PhotoResult> {
  const pages: CleanPhoto[] = [];
  const refused = await renderPdf(bytes, async (page) => void pages.push(await encode(page)));
  const [first, ...others] = pages;
  if (refused || !first) return refused ?? cannotOpen;
  const more = others.map(({ full, thumb }): KeptPicture => ({ full, thumb }));
  return { ...first, ...(more.length > 0 ? { more } : {}) };
}

/**
 * Turns a picture of ours clockwise.
 * @param quarters how many quarters, 1 to 3
 */
export async function turnPhoto(full: Uint8Array, quarters: number): Promise<KeptPicture> {
  const turned = sharp(full, { limitInputPixels: OTHER_PIXELS }).rotate(quarters * 90);
  return encode(turned);
}

/**
 * Makes a photo of our own from whatever was sent: upright, without metadata, at most FULL_SIDE px long. Nothing of
 * the file survives but its pixels, so a file that is a photo and a page at once comes out as a photo alone. Runs in a
 * process of its own: see `cleaner.ts`.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<PhotoResult> {
  const kind = await sniffPhoto(bytes);
  if (!kind) return { state: 'rejected', reason: 'not-a-photo' };
  try {
    if (kind === 'pdf') return await cleanPdf(bytes);
    if (kind !== 'heic') return await encode(openOther(bytes, kind));
    const opened = await openHeic(bytes);
    return 'state' in opened ? opened : await encode(opened);
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    return isTooLarge ? tooLarge : cannotOpen;
  }
}
