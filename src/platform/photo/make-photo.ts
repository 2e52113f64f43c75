import { adviceOf } from '#domain/photo/advise.ts';
import { lookOf } from '#domain/photo/look.ts';
import { rasterOf, rasterSize } from '#domain/photo/raster.ts';
import type { PhotoAdvice, PhotoRaster } from '#domain/photo/types.ts';
import type { PhotoJob, PhotoJobDone, PhotoTimes } from './looked-at.ts';
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

/** A canvas whose points are read again: kept where reading them costs nothing. */
function canvasOf(easel: Easel, width: number, height: number) {
  const canvas = easel.canvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) throw new Error('no canvas to draw on');
  return { canvas, context };
}

/** A canvas of no size gives its memory back at once; Safari keeps it otherwise. */
function letGo(canvas: AnyCanvas | undefined): void {
  if (canvas) canvas.width = canvas.height = 0;
}

/** Draws the picture upright, turned on as asked and never enlarged. */
function drawOn(
  easel: Easel,
  { picture, width, height }: { picture: CanvasImageSource; width: number; height: number },
  turns: number,
): AnyCanvas {
  const scale = Math.min(1, SENT_SIDE / Math.max(width, height));
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const isAcross = turns % 2 === 1;
  const { canvas, context } = canvasOf(easel, isAcross ? h : w, isAcross ? w : h);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -w / 2, -h / 2, w, h);
  return canvas;
}

/** The browser shrinks what is measured: reading every point of the photo would take a slow phone longer than a look. */
function rasterFrom(easel: Easel, sent: AnyCanvas): PhotoRaster {
  const size = rasterSize(sent.width, sent.height);
  const { canvas, context } = canvasOf(easel, size.width, size.height);
  try {
    context.imageSmoothingQuality = 'low';
    context.drawImage(sent, 0, 0, size.width, size.height);
    const { data } = context.getImageData(0, 0, size.width, size.height);
    return rasterOf(data, size, sent.width);
  } finally {
    letGo(canvas);
  }
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
 * @param onAdvice told as soon as it is known, before the photo is packed: that takes longer than the look at it
 * @throws nothing that the file could cause
 */
export async function makePhoto(
  { file, turns, subject, paper }: PhotoJob,
  easel: Easel,
  onAdvice: (advice: PhotoAdvice) => void = () => undefined,
): Promise<PhotoJobDone> {
  const times: PhotoTimes = { decode: 0, draw: 0, measure: 0, encode: 0, hash: 0 };
  const timed = async <T>(part: keyof PhotoTimes, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[part] += performance.now() - start;
    return result;
  };
  const hashed = () => timed('hash', async () => hashOf(await file.arrayBuffer())).catch(() => '');
  if (isPdf(file)) return { hash: await hashed(), times };
  let opened: Awaited<ReturnType<Easel['open']>> | undefined;
  let canvas: AnyCanvas | undefined;
  let made: PhotoJobDone['made'];
  try {
    const source = await timed('decode', () => easel.open(file));
    opened = source;
    const sent = await timed('draw', () => drawOn(easel, source, turns));
    canvas = sent;
    // The whole picture is some 48 MB: not a moment longer than needed.
    source.close();
    opened = undefined;
    const { width, height } = sent;
    const { advice, look } = await timed('measure', () => {
      const raster = rasterFrom(easel, sent);
      return { advice: adviceOf(raster, subject, paper), look: lookOf(raster) };
    });
    if (advice) onAdvice(advice);
    const blob = await timed('encode', () => jpegOf(easel, sent));
    made = { blob, width, height, advice, look };
  } catch {
    // HEIC on most phones, a broken file, or no memory for it: the server opens more kinds than a phone does.
  } finally {
    opened?.close();
    letGo(canvas);
  }
  return { hash: await hashed(), ...(made ? { made } : {}), times };
}
