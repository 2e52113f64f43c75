import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { readPaper } from '../../src/domain/papers/read/read-paper.ts';
import type { TextLine } from '../../src/domain/papers/read/text-page.ts';
import type { PaperReading } from '../../src/domain/papers/read/types.ts';

export interface PeerReader {
  read(image: Buffer): Promise<PaperReading>;
  close(): Promise<void>;
}

/** tesseract.js with its own Chinese data, from npm, and our parsers behind it: the same question to both. */
export async function openTesseract(): Promise<PeerReader> {
  const data = dirname(
    createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json'),
  );
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  });
  // Sparse text: the setting that read these papers best.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT });
  return {
    async read(image) {
      const { data: page } = await worker.recognize(image, {}, { blocks: true });
      const lines = (page.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
        .map(({ text, bbox: { x0, y0, x1, y1 }, confidence }): TextLine => {
          const clean = text.trim();
          const signs = Array.from({ length: clean.length }, (_, i) => i);
          return {
            text: clean,
            sure: signs.map(() => confidence / 100),
            at: signs.map((i) => (i + 0.5) / clean.length),
            score: confidence / 100,
            quad: [
              { x: x0, y: y0 },
              { x: x1, y: y0 },
              { x: x1, y: y1 },
              { x: x0, y: y1 },
            ],
          };
        });
      const size = { width: 1600, height: 1200 };
      return readPaper({ ...size, rotation: 0, lines }).reading;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
