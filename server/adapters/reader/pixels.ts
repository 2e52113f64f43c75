/** A picture in memory: red, green, blue, 8 bits each, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Quarter turns clockwise. */
export type Quarters = 0 | 1 | 2 | 3;

/** The picture turned clockwise by so many quarters. */
export function turnPixels(image: Pixels, quarters: Quarters): Pixels {
  if (quarters === 0) return image;
  const { data, width, height } = image;
  const isUpright = quarters === 2;
  const out = {
    data: new Uint8Array(data.length),
    width: isUpright ? width : height,
    height: isUpright ? height : width,
  };
  let from = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, from += 3) {
      const toX = quarters === 1 ? height - 1 - y : quarters === 2 ? width - 1 - x : y;
      const toY = quarters === 1 ? x : quarters === 2 ? height - 1 - y : width - 1 - x;
      const to = (toY * out.width + toX) * 3;
      out.data[to] = data[from] ?? 0;
      out.data[to + 1] = data[from + 1] ?? 0;
      out.data[to + 2] = data[from + 2] ?? 0;
    }
  }
  return out;
}

/** How a network wants its numbers: channels in its order (blue, green, red), each less `mean`, divided by `deviation`. */
export interface Scale {
  mean: readonly [number, number, number];
  deviation: readonly [number, number, number];
}

/**
 * The picture at another size as the planes of a network's input. Where it shrinks by half as much again, all pixels
 * under a new one are averaged, so that thin strokes do not fall between samples; else bilinear.
 */
export function toPlanes(image: Pixels, width: number, height: number, scale: Scale): Float32Array {
  const out = new Float32Array(3 * width * height);
  const stepX = image.width / width;
  const stepY = image.height / height;
  const sample = stepX >= 1.5 || stepY >= 1.5 ? averageAt : bilinearAt;
  const rgb = [0, 0, 0];
  const plane = width * height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      sample(image, x, y, stepX, stepY, rgb);
      const at = y * width + x;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = (rgb[2 - channel] ?? 0) / 255;
        out[channel * plane + at] =
          (value - (scale.mean[channel] ?? 0)) / (scale.deviation[channel] ?? 1);
      }
    }
  }
  return out;
}

type Sampler = (
  image: Pixels,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  rgb: number[],
) => void;

const averageAt: Sampler = ({ data, width, height }, x, y, stepX, stepY, rgb) => {
  const left = Math.floor(x * stepX);
  const top = Math.floor(y * stepY);
  const right = Math.min(width, Math.max(left + 1, Math.floor((x + 1) * stepX)));
  const bottom = Math.min(height, Math.max(top + 1, Math.floor((y + 1) * stepY)));
  let [red, green, blue] = [0, 0, 0];
  for (let row = top; row < bottom; row += 1) {
    let at = (row * width + left) * 3;
    for (let column = left; column < right; column += 1, at += 3) {
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  rgb[0] = red / count;
  rgb[1] = green / count;
  rgb[2] = blue / count;
};

const bilinearAt: Sampler = (image, x, y, stepX, stepY, rgb) =>
  pixelAt(image, (x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5, rgb);

/** The colour between pixels, into `rgb`; beyond the edge the edge's own. */
export function pixelAt(
  { data, width, height }: Pixels,
  x: number,
  y: number,
  rgb: number[],
): void {
  const inX = Math.min(width - 1, Math.max(0, x));
  const inY = Math.min(height - 1, Math.max(0, y));
  const left = Math.floor(inX);
  const top = Math.floor(inY);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const partX = inX - left;
  const partY = inY - top;
  for (let channel = 0; channel < 3; channel += 1) {
    const a = data[(top * width + left) * 3 + channel] ?? 0;
    const b = data[(top * width + right) * 3 + channel] ?? 0;
    const c = data[(bottom * width + left) * 3 + channel] ?? 0;
    const d = data[(bottom * width + right) * 3 + channel] ?? 0;
    const above = a + (b - a) * partX;
    rgb[channel] = above + (c + (d - c) * partX - above) * partY;
  }
}
