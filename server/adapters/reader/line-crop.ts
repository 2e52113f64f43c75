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
