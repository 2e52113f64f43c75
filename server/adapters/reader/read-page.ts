import type { TextLine, TextPage } from '#domain/papers/read/text-page.ts';
import { decodeSteps, type ReadLine } from './ctc.ts';
import { sizeOf, type Quad } from './geometry.ts';
import { cropPlanes, readingQuad, STANDING } from './line-crop.ts';
import type { Networks } from './networks.ts';
import { toPlanes, turnPixels, type Pixels, type Quarters, type Scale } from './pixels.ts';
import { textBoxes } from './text-boxes.ts';

/** Longest side for the search, px; 1280 found no more and cost half as much again. */
const SEARCH_SIDE = 960;
const SEARCH_SCALE: Scale = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
const LINE_HEIGHT = 48;
const LINE_WIDTH_MAX = 2000;
/** More lines than any page of these papers has: an end to what one picture can cost. */
const LINES_MAX = 300;
const VOTERS = 6;
const VOTE_WIDTH = 192;
/** Below this a line is noise. */
const SCORE_MIN = 0.4;

const roundTo = (value: number, step: number): number =>
  Math.max(step, Math.round(value / step) * step);

async function findBoxes(image: Pixels, networks: Networks): Promise<Quad[]> {
  const shrink = Math.min(1, SEARCH_SIDE / Math.max(image.width, image.height));
  const width = roundTo(image.width * shrink, 32);
  const height = roundTo(image.height * shrink, 32);
  const planes = toPlanes(image, width, height, SEARCH_SCALE);
  const { data } = await networks.detect(planes, width, height);
  const [scaleX, scaleY] = [image.width / width, image.height / height];
  return textBoxes(data, width, height)
    .slice(0, LINES_MAX)
    .map((quad) => {
      const [a, b, c, d] = quad;
      const scale = ({ x, y }: { x: number; y: number }) => ({ x: x * scaleX, y: y * scaleY });
      return [scale(a), scale(b), scale(c), scale(d)];
    });
}

/** Whether most of what is written runs from top to bottom: the page lies on its side. */
function liesOnSide(boxes: readonly Quad[]): boolean {
  let [across, down] = [0, 0];
  for (const quad of boxes) {
    const { width, height } = sizeOf(quad);
    if (width > STANDING * height) across += width;
    if (height > STANDING * width) down += height;
  }
  return down > across;
}

/** Whether the longest lines stand on their heads. */
async function standsOnHead(
  image: Pixels,
  boxes: readonly Quad[],
  networks: Networks,
): Promise<boolean> {
  const longest = boxes
    .map((quad) => ({ quad, ...sizeOf(quad) }))
    .filter(({ width, height }) => width > height)
    .sort((a, b) => b.width - a.width)
    .slice(0, VOTERS);
  let net = 0;
  for (const { quad, width, height } of longest) {
    const filled = Math.max(
      8,
      Math.min(VOTE_WIDTH, Math.ceil((LINE_HEIGHT * width) / Math.max(1, height))),
    );
    const size = { width: VOTE_WIDTH, height: LINE_HEIGHT, filled };
    const { data } = await networks.classify(
      cropPlanes(image, quad, size),
      VOTE_WIDTH,
      LINE_HEIGHT,
    );
    net += (data[1] ?? 0) > 0.5 ? 1 : -1;
  }
  return net > 0;
}

/** What one box says, in one look. */
export async function readBox(image: Pixels, box: Quad, networks: Networks): Promise<ReadLine> {
  const quad = readingQuad(box);
  const { width, height } = sizeOf(quad);
  const wanted = Math.ceil((LINE_HEIGHT * width) / Math.max(1, height) / 8) * 8;
  const filled = Math.max(16, Math.min(LINE_WIDTH_MAX, wanted));
  const planes = cropPlanes(image, quad, { width: filled, height: LINE_HEIGHT, filled });
  const { data, dims } = await networks.recognise(planes, filled, LINE_HEIGHT);
  return decodeSteps(data, dims[2] ?? 0, networks.characters);
}

/** A page turned upright with the boxes of its lines. */
export interface UprightPage {
  image: Pixels;
  /** Quarters clockwise by which the picture was turned. */
  quarters: Quarters;
  boxes: Quad[];
}

/** Turns the picture until it can be read, and finds its lines. */
export async function makeUpright(picture: Pixels, networks: Networks): Promise<UprightPage> {
  let [image, quarters]: [Pixels, number] = [picture, 0];
  let boxes = await findBoxes(image, networks);
  if (liesOnSide(boxes)) {
    [image, quarters] = [turnPixels(image, 1), 1];
    boxes = await findBoxes(image, networks);
  }
  if (await standsOnHead(image, boxes, networks)) {
    [image, quarters] = [turnPixels(image, 2), quarters + 2];
    boxes = await findBoxes(image, networks);
  }
  return { image, quarters: quarters as Quarters, boxes };
}

/** Reads every line of an upright page. */
export async function readLines(
  { image, quarters, boxes }: UprightPage,
  networks: Networks,
): Promise<TextPage> {
  const lines: TextLine[] = [];
  for (const box of boxes) {
    const line = await readBox(image, box, networks);
    if (line.score > SCORE_MIN && line.text.trim() !== '') {
      lines.push({ ...line, quad: readingQuad(box) });
    }
  }
  const rotation = ([0, 90, 180, 270] as const)[quarters];
  return { width: image.width, height: image.height, rotation, lines };
}
