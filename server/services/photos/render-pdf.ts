import sharp, { type Sharp } from 'sharp';
import { FULL_SIDE, PDF_PAGES_MAX, type RefusedPhoto } from './photo-result.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';

/** PDFium's word for a document that asks for a password. */
const PASSWORD = 4;
const WHITE = 0xffffffff;
/** Draw what is stamped and filled in on the page; red, green, blue in this order. */
const FLAGS = 0x01 | 0x10;

/** Raised for one page: the whole document is refused, so that nobody believes to have sent a page that is not here. */
class PageError extends Error {}

function drawPage(module: Pdfium, document: number, index: number): Sharp {
  const page = module.FPDF_LoadPage(document, index);
  if (page === 0) throw new PageError(`page ${index + 1}`);
  try {
    const [wide, high] = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)];
    if (!(wide > 0 && high > 0)) throw new PageError(`page ${index + 1} has no size`);
    // Whatever size a page says that it has, its picture has ours: so pixels and memory are bounded.
    const scale = FULL_SIDE / Math.max(wide, high);
    const width = Math.max(1, Math.round(wide * scale));
    const height = Math.max(1, Math.round(high * scale));
    const bitmap = module.FPDFBitmap_Create(width, height, 0);
    if (bitmap === 0) throw new PageError(`no memory for page ${index + 1}`);
    try {
      module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
      const [from, stride] = [
        module.FPDFBitmap_GetBuffer(bitmap),
        module.FPDFBitmap_GetStride(bitmap),
      ];
      if (stride !== width * 4) throw new PageError('rows with a gap');
      const pixels = module.pdfium.HEAPU8.slice(from, from + stride * height);
      return sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
    } finally {
      module.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    module.FPDF_ClosePage(page);
  }
}

/**
 * Draws the pages of a PDF, one after another, each handed to `keep` before the next one is drawn. Nothing of the file
 * survives but pixels: actions and scripts are not run (there is no engine for them), attachments are not opened.
 * @returns nothing when all went well, or why the file is refused
 */
export async function renderPdf(
  bytes: Uint8Array,
  keep: (page: Sharp) => Promise<void>,
): Promise<RefusedPhoto | undefined> {
  const module = await openPdfium();
  const { wasmExports } = module.pdfium;
  const at = wasmExports.malloc(bytes.length);
  module.pdfium.HEAPU8.set(bytes, at);
  const document = module.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) {
    const isLocked = module.FPDF_GetLastError() === PASSWORD;
    return { state: 'rejected', reason: isLocked ? 'pdf-locked' : 'cannot-open' };
  }
  const pages = module.FPDF_GetPageCount(document);
  if (pages < 1) return { state: 'rejected', reason: 'cannot-open' };
  if (pages > PDF_PAGES_MAX) return { state: 'rejected', reason: 'pdf-too-long' };
  for (let index = 0; index < pages; index += 1) await keep(drawPage(module, document, index));
  return undefined;
}
