import { sizeOf, type Quad } from './geometry.ts';
import { pixelAt, type Pixels } from './pixels.ts';

/** A line this much taller than wide is written downwards, or lies on its side. */
export const STANDING = 1.5;

/** The same box read from its side: a quarter turn counter-clockwise. */
function layDown([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad {
  return [topRight, bottomRight, bottomLeft, topLeft];
}

/** The box as it is read: standing ones laid down. */
export function readingQuad(quad: Quad): Quad {
  const { width, height } = sizeOf(quad);
  return height >= STANDING * width ? layDown(quad) : quad;
}

/**
 * The pixels inside a box, upright, as the planes of a network's input (blue, green, red; −1 to 1).
 * @param filled px of the width that hold the line; the rest stays nought
 */
export function cropPlanes(
  image: Pixels,
  quad: Quad,
  size: { width: number; height: number; filled: number },
): Float32Array {
  const { width, height, filled } = size;
  const [topLeft, topRight, , bottomLeft] = quad;
  const plane = width * height;
  const out = new Float32Array(3 * plane);
  const alongX = (topRight.x - topLeft.x) / filled;
  const alongY = (topRight.y - topLeft.y) / filled;
  const downX = (bottomLeft.x - topLeft.x) / height;
  const downY = (bottomLeft.y - topLeft.y) / height;
  // Several samples a pixel where the line is much larger than the network wants it.
  const samples = Math.max(1, Math.min(4, Math.round(Math.hypot(downX, downY))));
  const weight = 1 / (samples * samples);
  const rgb = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < filled; x += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (let part = 0; part < samples * samples; part += 1) {
        const inX = x + ((part % samples) + 0.5) / samples;
        const inY = y + (Math.floor(part / samples) + 0.5) / samples;
        pixelAt(
          image,
          topLeft.x + alongX * inX + downX * inY - 0.5,
          topLeft.y + alongY * inX + downY * inY - 0.5,
          rgb,
        );
        red += rgb[0] ?? 0;
        green += rgb[1] ?? 0;
        blue += rgb[2] ?? 0;
      }
      const at = y * width + x;
      out[at] = (blue * weight) / 127.5 - 1;
      out[plane + at] = (green * weight) / 127.5 - 1;
      out[2 * plane + at] = (red * weight) / 127.5 - 1;
    }
  }
  return out;
}

/** The same line with so much more above and below, in its heights. */
export function widened(quad: Quad, part: number): Quad {
  const [a, b, c, d] = quad;
  const { height } = sizeOf(quad);
  const length = Math.max(1, Math.hypot(d.x - a.x, d.y - a.y));
  const [x, y] = [((d.x - a.x) / length) * height * part, ((d.y - a.y) / length) * height * part];
  return [
    { x: a.x - x, y: a.y - y },
    { x: b.x - x, y: b.y - y },
    { x: c.x + x, y: c.y + y },
    { x: d.x + x, y: d.y + y },
  ];
}

/** The same line cut out so much lower, in its heights. */
export function movedDown([a, b, c, d]: Quad, part: number): Quad {
  const [x, y] = [(d.x - a.x) * part, (d.y - a.y) * part];
  const moved = (from: Quad[number]): Quad[number] => ({ x: from.x + x, y: from.y + y });
  return [moved(a), moved(b), moved(c), moved(d)];
}
