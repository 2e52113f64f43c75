/** Runs in the page: colours as they meet the eye, with everything translucent laid over what is below it. */

export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

/** Reads what getComputedStyle says: `rgb()`, `rgba()` and `color(srgb …)`. */
export function readColour(text: string): Colour {
  const parts = (text.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((part) =>
    part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part),
  );
  const [x = 0, y = 0, z = 0, a = 1] = parts;
  const scale = text.startsWith('color(') ? 255 : 1;
  return { r: x * scale, g: y * scale, b: z * scale, a };
}

export function over(front: Colour, back: Colour): Colour {
  const mix = (f: number, b: number) => f * front.a + b * (1 - front.a);
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 };
}

function luminance({ r, g, b }: Colour): number {
  const [x, y, z] = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** WCAG's contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The ground that an element's content stands on. */
export function groundOf(element: Element | null): Colour {
  const layers: Colour[] = [];
  for (let at = element; at; at = at.parentElement) {
    const colour = readColour(getComputedStyle(at).backgroundColor);
    if (colour.a > 0) layers.push(colour);
    if (colour.a === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), WHITE);
}

/** How much of an element shows through its own and its ancestors' opacity. */
export function opacityOf(element: Element): number {
  let share = 1;
  for (let at: Element | null = element; at; at = at.parentElement) {
    share *= parseFloat(getComputedStyle(at).opacity);
  }
  return share;
}

/** A colour as it is seen on a ground, within an element. */
export function seen(text: string, element: Element, ground: Colour): Colour {
  const colour = readColour(text);
  return over({ ...colour, a: colour.a * opacityOf(element) }, ground);
}
