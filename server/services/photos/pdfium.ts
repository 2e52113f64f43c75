import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { giveFonts } from './pdf-fonts.ts';

/** What we use of PDFium as WebAssembly (docs/decisions/2026-11-22-pdf-pages.md). Numbers are addresses in its memory. */
export interface Pdfium {
  pdfium: PdfiumMemory;
  PDFiumExt_Init(): void;
  FPDF_LoadMemDocument(bytes: number, length: number, password: string): number;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDF_ClosePage(page: number): void;
  FPDF_CloseDocument(document: number): void;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): boolean;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_SetSystemFontInfo(info: number): void;
}

export interface PdfiumMemory {
  /** Made anew whenever memory grows: never held on to. */
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(at: number): void };
  UTF8ToString(at: number): string;
  setValue(at: number, value: number, type: string): void;
  addFunction(call: (...args: number[]) => number | undefined, signature: string): number;
}

/**
 * Opens PDFium: a program inside a program, with no file, no network and no way out of its memory, built without the
 * engine for scripts. Also it is begun anew for each document, so that none leaves anything for the next.
 */
export async function openPdfium(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasm = await readFile(path);
  // The package's types need those of another package; what is used of it is described above.
  const module = (await init({ wasmBinary: new Uint8Array(wasm).buffer })) as unknown as Pdfium;
  module.PDFiumExt_Init();
  giveFonts(module);
  return module;
}
