import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPhotoCleaner, type PhotoCleaner } from '#server/services/photos/cleaner.ts';
import type { CleanPhoto, PhotoResult } from '#server/services/photos/photo-result.ts';
import { block, makePdf, type PdfOptions } from './support/pdf-files.ts';
import { phoneHeic, phoneJpeg, pngBomb, quarters, withPngText } from './support/photo-files.ts';

let folder = '';
let cleaner: PhotoCleaner;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unsafe-'));
  cleaner = createPhotoCleaner({ workers: 1 });
});
afterAll(async () => {
  cleaner.close();
  await rm(folder, { recursive: true, force: true });
});

async function clean(bytes: Uint8Array | string): Promise<PhotoResult> {
  const path = join(folder, `file-${(files += 1)}`);
  await writeFile(path, bytes);
  return cleaner.clean(path);
}

async function kept(bytes: Uint8Array | string): Promise<CleanPhoto> {
  const result = await clean(bytes);
  if (result.state !== 'received') throw new Error(`rejected: ${result.reason}`);
  return result;
}

const picturesOf = ({ full, thumb, more = [] }: CleanPhoto): Buffer[] =>
  [{ full, thumb }, ...more].flatMap((page) => [Buffer.from(page.full), Buffer.from(page.thumb)]);

const SECRETS = ['alert(', 'PhoneMaker', '北京市', 'passwd', 'GPS', 'Exif', 'http://ns.adobe.com'];

/** Nothing but pixels is left: JPEGs of ours, with no metadata and none of these words anywhere in them. */
async function expectOnlyPixels(photo: CleanPhoto): Promise<void> {
  for (const bytes of picturesOf(photo)) {
    const { format, exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
    expect([format, exif, xmp, iptc, icc, orientation, comments]).toEqual([
      'jpeg',
      ...Array.from({ length: 6 }, () => undefined),
    ]);
    for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
  }
}

describe('where a photo was taken, and with what, stays with whoever took it', () => {
  const place = {
    IFD0: { Make: 'PhoneMaker', ImageDescription: 'alert(1)' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
  };
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:City="北京市"/></rdf:RDF></x:xmpmeta>';
  const plain = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: '#d02020' } })
      .withExif(place)
      .withXmp(xmp);

  test.each([
    ['a JPEG', () => plain().jpeg().toBuffer()],
    ['a PNG', () => plain().png().toBuffer()],
    ['a WebP', () => plain().webp().toBuffer()],
    ['an AVIF', () => plain().avif().toBuffer()],
  ])('%s', async (_, make) => {
    const sent = await make();
    expect(sent.includes('PhoneMaker')).toBe(true);
    await expectOnlyPixels(await kept(sent));
  });

  test('a PNG with words in chunks of its own', async () => {
    const png = await sharp({
      create: { width: 60, height: 40, channels: 3, background: '#d02020' },
    })
      .png()
      .toBuffer();
    const sent = withPngText(png, {
      Comment: 'PhoneMaker',
      Location: '北京市',
      Script: 'alert(1)',
    });
    expect(sent.includes('PhoneMaker')).toBe(true);
    await expectOnlyPixels(await kept(sent));
  });

  test('a HEIC as iPhones make them', async () => {
    await expectOnlyPixels(await kept(await phoneHeic()));
  });
});

describe('a file that is two things at once is kept as the photo that it shows', () => {
  const script = Buffer.from('<script>alert(document.cookie)</script>');
  const pdfInside = () =>
    makePdf([{ content: '' }], { catalog: '/OpenAction<</S/JavaScript/JS(alert(1))>>' });
  const tails: readonly [string, () => Buffer][] = [
    ['a web page', () => script],
    ['a PDF', pdfInside],
    ['an archive', () => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), script])],
    ['a program', () => Buffer.from('#!/bin/sh\ncat /etc/passwd\n')],
  ];
  test.each(tails)('a photo and %s', async (_, tail) => {
    await expectOnlyPixels(await kept(Buffer.concat([await phoneJpeg(), tail()])));
    const png = await sharp(await phoneJpeg())
      .png()
      .toBuffer();
    await expectOnlyPixels(await kept(Buffer.concat([png, tail()])));
  });

  test('a PDF and a web page', async () => {
    await expectOnlyPixels(
      await kept(Buffer.concat([makePdf([{ content: block('1 0 0', 0, 0, 9, 9) }]), script])),
    );
  });

  test('a web page, a program or an archive that begins as itself is none, whatever follows', async () => {
    for (const head of [
      '<html><script>alert(1)</script>',
      '#!/bin/sh\n',
      'PK\x03\x04',
      'GIF89a=1;',
    ])
      expect(await clean(Buffer.concat([Buffer.from(head, 'latin1'), await phoneJpeg()]))).toEqual({
        state: 'rejected',
        reason: 'not-a-photo',
      });
  });
});

describe('a picture made of a program is no photo', () => {
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`;
  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a file of the server', svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>')],
    [
      'an entity that grows',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
    ],
    ['a mark before it', `\ufeff\n\n<!-- x -->${svg('<script>alert(1)</script>')}`],
  ])('an SVG with %s', async (_, text) => {
    expect(await clean(text)).toEqual({ state: 'rejected', reason: 'not-a-photo' });
  });
});

describe('a small file that would fill the memory is refused, and the next one is taken', () => {
  const page = (content: string) => makePdf([{ content }]);
  const DRAW = 'q 595 0 0 842 0 0 cm /Im Do Q';
  /** A stream of 200 kilobytes that unpacks to 200 MB and says that it is 10 GB. */
  const pdfBomb = (side: number) =>
    makePdf([
      {
        content: DRAW,
        draws: {
          dictionary: `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`,
          stream: deflateSync(Buffer.alloc(200_000_000)),
        },
      },
    ]);

  test('a PNG of 64 megapixels', async () => {
    expect(await clean(pngBomb(8000))).toEqual({ state: 'rejected', reason: 'too-large' });
  });

  test.each([60_000, 8000])('a PDF with a picture of %i by as many pixels', async (side) => {
    const bomb = pdfBomb(side);
    expect(bomb.length).toBeLessThan(1_000_000);
    const result = await clean(bomb);
    if (result.state === 'received') expect(result.height).toBe(2400);
    else expect(result.reason).toBe('cannot-open');
    await kept(await phoneJpeg());
  });

  test('a PDF page of a hundred kilometres is drawn as a page of ours', async () => {
    const photo = await kept(
      makePdf([{ content: block('1 0 0', 0, 0, 14_400, 14_400), width: 3e8, height: 3e8 }]),
    ).catch(() => undefined);
    if (photo) expect(Math.max(photo.width, photo.height)).toBeLessThanOrEqual(2400);
    const thin = await clean(makePdf([{ content: '', width: 100_000, height: 1 }]));
    if (thin.state === 'received') expect(thin.width).toBeLessThanOrEqual(2400);
  });

  test('a PDF of more pages than we take, which is told', async () => {
    const pages = (count: number) =>
      makePdf(Array.from({ length: count }, () => ({ content: '', width: 60, height: 80 })));
    expect((await kept(pages(20))).more).toHaveLength(19);
    expect(await clean(pages(21))).toEqual({ state: 'rejected', reason: 'pdf-too-long' });
  }, 60_000);

  test('a PDF whose pages name each other round and round', async () => {
    const endless = page('').toString('latin1').replace('/Kids[100 0 R]', '/Kids[2 0 R  ]');
    expect((await clean(Buffer.from(endless, 'latin1'))).state).toBe('rejected');
    const form = makePdf([
      {
        content: '/Im Do',
        draws: {
          dictionary:
            '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Im 102 0 R>>>>',
          stream: Buffer.from('/Im Do /Im Do'),
        },
      },
    ]);
    expect(['received', 'rejected']).toContain((await clean(form)).state);
    await kept(await phoneJpeg());
  });
});

describe('of a PDF only what it shows is kept', () => {
  const red = { content: block('1 0 0', 0, 0, 595, 842) };
  const javascript = '<</S/JavaScript/JS(app.alert\\(alert(1)\\))>>';
  const active: readonly [string, PdfOptions & { entries?: string }][] = [
    ['a script at opening', { catalog: `/OpenAction${javascript}` }],
    ['a script on its page', { entries: `/AA<</O${javascript}/C${javascript}>>` }],
    [
      'a program to launch',
      { catalog: '/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c passwd)>>>>' },
    ],
    [
      'an address to visit',
      { catalog: '/OpenAction<</S/URI/URI(http://127.0.0.1:9/alert\\(1\\))>>' },
    ],
    [
      'a form that sends itself',
      { catalog: '/OpenAction<</S/SubmitForm/F(http://127.0.0.1:9/)/Fields[]>>' },
    ],
    ['another document', { catalog: '/OpenAction<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>' }],
    [
      'a file within',
      {
        catalog: '/Names<</EmbeddedFiles<</Names[(a.exe)20 0 R]>>>>',
        objects: [
          '<</Type/Filespec/F(a.exe)/EF<</F 21 0 R>>>>',
          { dictionary: '/Type/EmbeddedFile', stream: Buffer.from('MZ alert(1)') },
        ],
      },
    ],
    [
      'a film and its player',
      {
        entries: '/Annots[20 0 R]',
        objects: [
          '<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<</Assets<<>>>>>>',
        ],
      },
    ],
    ['a form of the kind that is a program', { catalog: '/AcroForm<</XFA(alert(1))/Fields[]>>' }],
    [
      'what it says of itself',
      {
        catalog: '/Metadata 20 0 R',
        objects: [
          { dictionary: '/Type/Metadata/Subtype/XML', stream: Buffer.from('PhoneMaker 北京市') },
        ],
      },
    ],
  ];
  test.each(active)('and not %s', async (_, { entries, ...options }) => {
    const photo = await kept(makePdf([{ ...red, entries }], options));
    expect(await quarters(photo.full)).toEqual(['red', 'red', 'red', 'red']);
    await expectOnlyPixels(photo);
  });

  test('and one that asks for a password is told so; one that only forbids printing is taken', async () => {
    expect(await clean(makePdf([red], { password: '1234' }))).toEqual({
      state: 'rejected',
      reason: 'pdf-locked',
    });
    expect(await quarters((await kept(makePdf([red], { password: '' }))).full)).toContain('red');
  });

  test('and one that is cut short or empty is refused whole, never in part', async () => {
    expect((await clean(makePdf([]))).state).toBe('rejected');
    for (const broken of ['%PDF-1.7', '%PDF-1.7\n%%EOF', '%PDF-1.4\ntrailer<</Root 1 0 R>>'])
      expect(await clean(broken)).toEqual({ state: 'rejected', reason: 'cannot-open' });
  });
});
