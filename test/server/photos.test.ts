import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CleanerError,
  createPhotoCleaner,
  type PhotoCleaner,
} from '#server/services/photos/cleaner.ts';
import type { CleanPhoto, PhotoResult } from '#server/services/photos/photo-result.ts';
import { phoneHeic, phoneJpeg, pngBomb, quarters } from './support/photo-files.ts';

let folder = '';
let cleaner: PhotoCleaner;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photos-'));
  cleaner = createPhotoCleaner({ workers: 1 });
});
afterAll(async () => {
  cleaner.close();
  await rm(folder, { recursive: true, force: true });
});

async function clean(bytes: Uint8Array | string, by: PhotoCleaner = cleaner): Promise<PhotoResult> {
  const path = join(folder, `file-${(files += 1)}`);
  await writeFile(path, bytes);
  return by.clean(path);
}

async function kept(bytes: Uint8Array): Promise<CleanPhoto> {
  const result = await clean(bytes);
  if (result.state !== 'received') throw new Error(`rejected: ${result.reason}`);
  return result;
}

describe('a photo from a phone', () => {
  it('is kept upright and without the place where it was taken', async () => {
    const sent = await phoneJpeg();
    expect((await sharp(sent).metadata()).exif?.includes('PhoneMaker')).toBe(true);
    const photo = await kept(sent);
    for (const bytes of [photo.full, photo.thumb]) {
      const meta = await sharp(bytes).metadata();
      expect([meta.format, meta.width, meta.height]).toEqual(['jpeg', 80, 120]);
      expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(Buffer.from(bytes).includes('PhoneMaker')).toBe(false);
    }
    // Turned by a quarter to the right, the left half comes on top.
    expect(await quarters(photo.full)).toEqual(['red', 'red', 'blue', 'blue']);
  });

  it('is made small enough to send, with a small picture for lists', async () => {
    const photo = await kept(await phoneJpeg(4000, 3000));
    expect([photo.width, photo.height]).toEqual([1800, 2400]);
    const thumb = await sharp(photo.thumb).metadata();
    expect([thumb.width, thumb.height]).toEqual([300, 400]);
  });

  it('may be a HEIC, a PNG, a WebP or an AVIF', async () => {
    const heic = await kept(await phoneHeic());
    expect([heic.width, heic.height]).toEqual([120, 80]);
    expect(await quarters(heic.full)).toEqual(['red', 'blue', 'red', 'blue']);
    const plain = sharp(await phoneJpeg()).autoOrient();
    expect((await kept(await plain.clone().png().toBuffer())).height).toBe(120);
    expect((await kept(await plain.clone().webp().toBuffer())).height).toBe(120);
    expect((await kept(await plain.clone().avif().toBuffer())).height).toBe(120);
  });

  it('with see-through parts gets a white ground', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const sent = await sharp({ create: { width: 40, height: 40, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { data } = await sharp((await kept(sent)).full)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
  });
});

describe('a file that is no photo', () => {
  it.each([
    [
      'a renamed program',
      Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(3000)]),
    ],
    [
      'an ELF program',
      Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(3000)]),
    ],
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    [
      'an XML-headed SVG',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ],
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['an empty file', ''],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 131) % 251))],
  ])('is refused: %s', async (_, bytes) => {
    expect(await clean(bytes)).toEqual({ state: 'rejected', reason: 'not-a-photo' });
  });

  it('hidden in a photo does not come out of it', async () => {
    const script = '<script>alert(document.cookie)</script>';
    const jpeg = await phoneJpeg();
    const comment = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, script.length + 2]),
      Buffer.from(script),
    ]);
    const polyglot = Buffer.concat([
      jpeg.subarray(0, 2),
      comment,
      jpeg.subarray(2),
      Buffer.from(script),
    ]);
    const photo = await kept(polyglot);
    expect(Buffer.from(photo.full).includes('<script')).toBe(false);
    expect(Buffer.from(photo.thumb).includes('<script')).toBe(false);
  });
});

describe('a photo that cannot be used', () => {
  it('is told as one that cannot be opened when it is cut short or broken', async () => {
    const jpeg = await phoneJpeg(1200, 800);
    const heic = await phoneHeic();
    const png = await sharp(jpeg).png().toBuffer();
    for (const broken of [
      jpeg.subarray(0, jpeg.length / 2),
      png.subarray(0, png.length / 2),
      heic.subarray(0, heic.length - 300),
      heic.subarray(0, 40),
      Buffer.concat([jpeg.subarray(0, 300), Buffer.alloc(4000, 0x41)]),
      Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
    ]) {
      expect(await clean(broken)).toEqual({ state: 'rejected', reason: 'cannot-open' });
    }
  });

  it('is told as too large when it would unpack to more than memory should hold', async () => {
    const bomb = pngBomb(8000);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await clean(bomb)).toEqual({ state: 'rejected', reason: 'too-large' });
    expect((await kept(await phoneJpeg())).state).toBe('received');
  });
});

describe('a file made to stop the server', () => {
  it('stops only its own process when it takes too long', async () => {
    const impatient = createPhotoCleaner({ workers: 1, timeoutMs: 1 });
    const jpeg = await phoneJpeg(4000, 3000);
    expect(await clean(jpeg, impatient)).toEqual({ state: 'rejected', reason: 'cannot-open' });
    expect(await clean(jpeg, impatient)).toEqual({ state: 'rejected', reason: 'cannot-open' });
    impatient.close();
  });

  it.runIf(process.platform === 'linux')(
    'stops only its own process when it takes too much memory',
    async () => {
      const tight = createPhotoCleaner({ workers: 1, memoryMb: 40 });
      expect(await clean(pngBomb(7000), tight)).toEqual({
        state: 'rejected',
        reason: 'cannot-open',
      });
      tight.close();
    },
  );

  it('is not blamed when the file could not be looked at', async () => {
    await expect(cleaner.clean(join(folder, 'no-such-file'))).rejects.toThrow(CleanerError);
    const closed = createPhotoCleaner();
    closed.close();
    await expect(clean('x', closed)).rejects.toThrow(CleanerError);
  });

  it('does not keep others waiting: twelve at once all come back', async () => {
    const jpeg = await phoneJpeg();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) => clean(i % 3 ? jpeg : 'no photo')),
    );
    expect(results.filter((r) => r.state === 'received')).toHaveLength(8);
  });
});
