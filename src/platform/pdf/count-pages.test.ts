import { Blob } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countPdfPages } from './count-pages.ts';

const pdf = (...parts: (string | Uint8Array)[]) =>
  new Blob(['%PDF-1.7\n', ...parts]) as unknown as globalThis.Blob;
const page = '<< /Type /Page /Parent 2 0 R >>\n';

describe('The pages of a PDF', () => {
  it.each([
    ['one', pdf('<< /Type /Pages /Count 1 >>', page), 1],
    ['three, one of them written tightly', pdf(page, '<</Type/Page/X 1>>', page), 3],
    ['none that can be seen', pdf('nothing here'), undefined],
    ['no PDF', new Blob(['<< /Type /Page >>']) as unknown as globalThis.Blob, undefined],
  ])('are counted: %s', async (_what, file, pages) => {
    expect(await countPdfPages(file)).toBe(pages);
  });

  it('are found in packed parts too', async () => {
    const packed = new Uint8Array(deflateSync(Buffer.from(page + page)));
    const file = pdf('4 0 obj << /Type /ObjStm /N 2 >>\nstream\n', packed, '\nendstream endobj');
    expect(await countPdfPages(file)).toBe(2);
  });

  it('are not guessed where a packed part is damaged', async () => {
    const file = pdf('<< /Type /ObjStm >>\nstream\n', 'not packed at all', '\nendstream');
    expect(await countPdfPages(file)).toBeUndefined();
  });
});
