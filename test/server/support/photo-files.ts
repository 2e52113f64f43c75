import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Left half red, right half blue, taken with the phone on its side, with the place in it, as a phone writes it. */
export async function phoneJpeg(width = 120, height = 80): Promise<Buffer> {
  const red = await sharp({
    create: { width: width / 2, height, channels: 3, background: '#d02020' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#2020d0' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'PhoneMaker' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** The same halves as an iPhone keeps them (HEVC in HEIF, made with libheif's own tool). */
export function phoneHeic(): Promise<Buffer> {
  return readFile(new URL('../fixtures/two-halves.heic', import.meta.url));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of a few hundred kilobytes that unpacks to `side` × `side` grey pixels. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(side * (side + 1)), { level: 1 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The mean colour of the four quarters of a picture: top left, top right, bottom left, bottom right. */
export async function quarters(image: Uint8Array): Promise<string[]> {
  const { data } = await sharp(image)
    .resize(2, 2, { fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [0, 1, 2, 3].map((i) => ((data[i * 3] ?? 0) > (data[i * 3 + 2] ?? 0) ? 'red' : 'blue'));
}

/** A PNG with words beside its pixels: a plain one, a packed one and one in any script, as editors write them. */
export function withPngText(png: Buffer, words: Readonly<Record<string, string>>): Buffer {
  // After the signature and the header.
  const at = 8 + 25;
  const chunks = Object.entries(words).flatMap(([name, text]) => [
    chunk('tEXt', Buffer.from(`${name}\0${text}`, 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from(`${name}\0\0`), deflateSync(Buffer.from(text))])),
    chunk('iTXt', Buffer.from(`${name}\0\0\0zh\0\0${text}`, 'utf8')),
  ]);
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)]);
}
