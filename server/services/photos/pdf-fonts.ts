import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Pdfium } from './pdfium.ts';

/** Character sets as PDFium numbers them. */
const GB2312 = 134;
const CHINESE_BIG5 = 136;
const SHIFT_JIS = 128;
const BOLD_FROM = 600;
/** Names of Chinese fonts that papers ask for and do not bring along. */
const CHINESE_NAME =
  /sim|song|hei|kai|fang|ming|st[a-z]|yahei|noto|source ?han|pingfang|cjk|[\u4e00-\u9fff]|gb/i;
const CHARSETS: readonly number[] = [GB2312, CHINESE_BIG5, SHIFT_JIS];

const REGULAR = 1;
const BOLD = 2;
const FILES: Readonly<Record<number, string>> = {
  [REGULAR]: 'NotoSansHans-Regular.otf',
  [BOLD]: 'NotoSansHans-Bold.otf',
};

/** A font's file, read when a page first asks for it. */
function fontReader(): (font: number) => Uint8Array {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
  const folder = join(dirname(entry), '..', 'fonts');
  const read = new Map<number, Uint8Array>();
  return (font) => {
    const bytes = read.get(font) ?? readFileSync(join(folder, FILES[font] ?? ''));
    read.set(font, bytes);
    return bytes;
  };
}

/** The part of a font file that a four-letter tag names; the whole file for 0. */
function tableOf(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  if (tag === 0) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    if (view.getUint32(at) !== tag >>> 0) continue;
    const from = view.getUint32(at + 8);
    return bytes.subarray(from, from + view.getUint32(at + 12));
  }
  return undefined;
}

/**
 * Gives PDFium a Chinese font: invoices often name one that only the office's computer has, and would come out with
 * empty lines. PDFium asks by a table of functions (its `fpdf_sysfontinfo.h`, version 1); what it brings along for
 * Latin letters stays.
 */
export function giveFonts(module: Pdfium): void {
  const { pdfium } = module;
  const fontOf = fontReader();
  const mapFont = (
    _info: number,
    weight: number,
    _isItalic: number,
    charset: number,
    _family: number,
    face: number,
  ): number => {
    const isChinese = CHARSETS.includes(charset) || CHINESE_NAME.test(pdfium.UTF8ToString(face));
    if (!isChinese) return 0;
    return weight >= BOLD_FROM ? BOLD : REGULAR;
  };
  const getFontData = (
    _info: number,
    font: number,
    table: number,
    buffer: number,
    size: number,
  ): number => {
    const bytes = font in FILES ? tableOf(fontOf(font), table) : undefined;
    if (!bytes) return 0;
    if (buffer !== 0 && size >= bytes.length) pdfium.HEAPU8.set(bytes, buffer);
    return bytes.length;
  };
  const calls = [
    pdfium.addFunction(() => undefined, 'vi'), // Release
    pdfium.addFunction(() => undefined, 'vii'), // EnumFonts
    pdfium.addFunction(mapFont as (...args: number[]) => number, 'iiiiiiii'), // MapFont
    pdfium.addFunction(() => 0, 'iii'), // GetFont
    pdfium.addFunction(getFontData as (...args: number[]) => number, 'iiiiii'), // GetFontData
    pdfium.addFunction(() => 0, 'iiiii'), // GetFaceName
    pdfium.addFunction(() => GB2312, 'iii'), // GetFontCharset
    pdfium.addFunction(() => undefined, 'vii'), // DeleteFont
  ];
  const info = pdfium.wasmExports.malloc(4 * (calls.length + 1));
  [1, ...calls].forEach((value, i) => pdfium.setValue(info + 4 * i, value, 'i32'));
  module.FPDF_SetSystemFontInfo(info);
}
