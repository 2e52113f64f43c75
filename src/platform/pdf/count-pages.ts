/** Beyond this a count is not worth the phone's memory, bytes: the sheet is shown without it. */
const MOST_BYTES = 25_000_000;
/** `/Type /Page`, and not `/Pages`: ISO 32000-1, 7.7.3.3. */
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;
const PACKED = /\/Type\s*\/ObjStm[\s\S]{0,400}?stream\r?\n/g;

/** Bytes as characters 0 to 255, so that the text between them can be searched. */
const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

async function unpack(bytes: Uint8Array): Promise<string> {
  if (typeof DecompressionStream === 'undefined') return '';
  const stream = new Response(bytes as BodyInit).body;
  if (!stream) return '';
  const reader = stream.pipeThrough(new DecompressionStream('deflate')).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += asText(value);
    }
  } catch {
    // The end of a packed part is a guess: what came before it is right.
    return text;
  }
}

/**
 * How many pages a PDF has, as far as this can be seen without opening it: for the words beside the sheet, nothing hangs
 * on it. @returns undefined where it cannot be told (encrypted, damaged, very large, no PDF)
 */
export async function countPdfPages(file: Blob): Promise<number | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = asText(bytes);
  if (!text.startsWith('%PDF-')) return undefined;
  let pages = text.match(PAGE)?.length ?? 0;
  for (const found of text.matchAll(PACKED)) {
    const from = found.index + found[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0) break;
    pages += (await unpack(bytes.subarray(from, to))).match(PAGE)?.length ?? 0;
  }
  return pages > 0 ? pages : undefined;
}
