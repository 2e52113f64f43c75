import { adviceOf } from '#domain/photo/advise.ts';
import { lookOf } from '#domain/photo/look.ts';
import { rasterOf } from '#domain/photo/raster.ts';
import type { PhotoJob, PhotoJobDone } from './looked-at.ts';
import { hashOf } from './sha-256.ts';

/** Longest side of what is sent, points: a line of small print of a whole page is still some 20 points high. */
export const SENT_SIDE = 2000;

/** About 0.4 MB; what is below is sent at the first try. */
const SENT_BYTES = 450_000;
const QUALITIES = [0.82, 0.7, 0.55];

type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** Where to draw: a worker has its own kind of canvas, the page the old one. */
export interface Easel {
  open: (
    file: Blob,
  ) => Promise<{ picture: CanvasImageSource; width: number; height: number; close: () => void }>;
  canvas: (width: number, height: number) => AnyCanvas;
  jpeg: (canvas: AnyCanvas, quality: number) => Promise<Blob>;
}

const isPdf = (file: Blob): boolean => file.type === 'application/pdf';

/** Draws the picture upright, turned on as asked and never enlarged. */
function drawOn(
  easel: Easel,
  { picture, width, height }: { picture: CanvasImageSource; width: number; height: number },
  turns: number,
) {
  const scale = Math.min(1, SENT_SIDE / Math.max(width, height));
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const isAcross = turns % 2 === 1;
  const canvas = easel.canvas(isAcross ? h : w, isAcross ? w : h);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) throw new Error('no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -w / 2, -h / 2, w, h);
  return { canvas, context };
}

async function jpegOf(easel: Easel, canvas: AnyCanvas): Promise<Blob | null> {
  let blob: Blob | null = null;
  for (const quality of QUALITIES) {
    blob = await easel.jpeg(canvas, quality);
    if (blob.type !== 'image/jpeg') return null;
    if (blob.size <= SENT_BYTES) break;
  }
  return blob;
}

/**
 * Opens, measures, turns and shrinks one photo. What cannot be opened has no `made`.
 * @throws nothing that the file could cause
 */
export async function makePhoto({ file, turns }: PhotoJob, easel: Easel): Promise<PhotoJobDone> {
  const times = { decode: 0, measure: 0, encode: 0, hash: 0 };
  const timed = async <T>(part: keyof typeof times, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[part] += performance.now() - start;
    return result;
  };
  const hash = await timed('hash', async () => hashOf(await file.arrayBuffer())).catch(() => '');
  if (isPdf(file)) return { hash, times };
  let opened: Awaited<ReturnType<Easel['open']>> | undefined;
  let drawn: ReturnType<typeof drawOn> | undefined;
  try {
    drawn = await timed('decode', async () => {
      opened = await easel.open(file);
      return drawOn(easel, opened, turns);
    });
    opened?.close();
    opened = undefined;
    const { canvas, context } = drawn;
    const { width, height } = canvas;
    const { advice, look } = await timed('measure', () => {
      const { data } = context.getImageData(0, 0, width, height);
      const raster = rasterOf(data, width, height);
      return { advice: adviceOf(raster), look: lookOf(raster) };
    });
    const blob = await timed('encode', () => jpegOf(easel, canvas));
    return { hash, made: { blob, width, height, advice, look }, times };
  } catch {
    // HEIC on most phones, a broken file, or no memory for it: the server opens more kinds than a phone does.
    return { hash, times };
  } finally {
    opened?.close();
    // A canvas of no size gives its memory back at once; Safari keeps it otherwise.
    if (drawn) drawn.canvas.width = drawn.canvas.height = 0;
  }
}
