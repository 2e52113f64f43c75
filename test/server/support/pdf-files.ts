import { createHash } from 'node:crypto';

/** The body of an object: a dictionary, or a dictionary and the bytes of its stream. */
type PdfObject = string | { dictionary: string; stream: Uint8Array };

export interface PdfPage {
  /** Drawing operators. `/F1` is a font for Latin letters, `/F2` a Chinese one that is not in the file, `/Im` a JPEG. */
  content: string;
  /** Points; A4 unless said. */
  width?: number;
  height?: number;
  jpeg?: { bytes: Uint8Array; width: number; height: number };
  /** Another thing to be drawn by `/Im Do`, as object 102 on the first page. */
  draws?: PdfObject;
  /** More entries of the page's dictionary. */
  entries?: string;
}

export interface PdfOptions {
  /** More entries of the catalogue: actions, names, attachments. */
  catalog?: string;
  /** More objects, numbered from 20 on. */
  objects?: readonly PdfObject[];
  /** Asks whoever opens it for this. */
  password?: string;
}

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/** The oldest cipher of PDF: Node's own OpenSSL has it switched off. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => state[i] ?? 0;
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    [state[i], state[j]] = [at(j), at(i)];
  }
  let [i, j] = [0, 0];
  const mixed = data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    [state[i], state[j]] = [at(j), at(i)];
    return byte ^ at((at(i) + at(j)) & 255);
  });
  return Buffer.from(mixed);
}

const md5 = (...parts: Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string): Buffer =>
  Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);

/** The standard security handler, revision 2: what "protect with a password" did for decades. */
function lock(password: string, id: Uint8Array) {
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(
    0,
    5,
  );
  const user = rc4(key, PADDING);
  const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
  return {
    dictionary: `<</Filter/Standard/V 1/R 2/O ${hex(owner)}/U ${hex(user)}/P -4>>`,
    encrypt: (number: number, bytes: Uint8Array): Buffer =>
      rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), bytes),
  };
}

/** A PDF as an office program writes it, object by object, with a table of where they are. */
export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Buffer {
  const objects = new Map<number, PdfObject>();
  const kids = pages.map((_, i) => 100 + i * 3);
  objects.set(1, `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ''}>>`);
  objects.set(
    2,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.map((n) => `${n} 0 R`).join(' ')}]>>`,
  );
  objects.set(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  objects.set(
    4,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
  );
  objects.set(
    5,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000/W[1[500]2 94 500]>>',
  );
  objects.set(
    6,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  );
  options.objects?.forEach((object, i) => objects.set(20 + i, object));
  pages.forEach((page, i) => {
    const number = 100 + i * 3;
    const image = page.jpeg || page.draws ? `/XObject<</Im ${number + 2} 0 R>>` : '';
    objects.set(
      number,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page.width ?? 595} ${page.height ?? 842}]/Contents ${number + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>${image}>>${page.entries ?? ''}>>`,
    );
    objects.set(number + 1, { dictionary: '', stream: Buffer.from(page.content, 'latin1') });
    if (page.draws) objects.set(number + 2, page.draws);
    if (page.jpeg)
      objects.set(number + 2, {
        dictionary: `/Type/XObject/Subtype/Image/Width ${page.jpeg.width}/Height ${page.jpeg.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
        stream: page.jpeg.bytes,
      });
  });
  return write(objects, options.password);
}

function write(objects: ReadonlyMap<number, PdfObject>, password?: string): Buffer {
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const locked = password === undefined ? undefined : lock(password, id);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  const add = (text: string | Uint8Array): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text);
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [number, object] of objects) {
    offsets.set(number, at);
    if (typeof object === 'string') {
      add(`${number} 0 obj\n${object}\nendobj\n`);
      continue;
    }
    const stream = locked?.encrypt(number, object.stream) ?? object.stream;
    add(`${number} 0 obj\n<<${object.dictionary}/Length ${stream.length}>>\nstream\n`);
    add(stream);
    add('\nendstream\nendobj\n');
  }
  const start = at;
  const size = Math.max(...objects.keys()) + 1;
  add(`xref\n0 ${size}\n`);
  for (let number = 0; number < size; number += 1) {
    const offset = offsets.get(number);
    add(
      offset === undefined
        ? '0000000000 65535 f \n'
        : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
  }
  const encrypt = locked
    ? `/Encrypt ${locked.dictionary}/ID[<${id.toString('hex')}><${id.toString('hex')}>]`
    : '';
  add(`trailer\n<</Size ${size}/Root 1 0 R${encrypt}>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** Operators that write Chinese text with the font that is not in the file. */
export function chinese(text: string, x: number, y: number, size = 14): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F2 ${size} Tf ${x} ${y} Td <${hex}> Tj ET\n`;
}

/** Operators that fill a rectangle with a colour of three parts from 0 to 1. */
export function block(colour: string, x: number, y: number, width: number, height: number): string {
  return `${colour} rg ${x} ${y} ${width} ${height} re f\n`;
}
