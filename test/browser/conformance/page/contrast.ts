import { contrast, groundOf, seen } from './colour.ts';
import { isShown, nameOf, scope, targets, type Run } from './dom.ts';
import type { Note, Shown } from './note.ts';

const SHAPES = 'path, circle, rect, line, polyline, polygon, ellipse';

/** WCAG's large text: 24 px, or 18.66 px bold (not M-1.3a's 18: the stricter one wins). */
function isLarge({ fontSize, fontWeight }: CSSStyleDeclaration): boolean {
  const size = parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}

/** Contrast of text, composited: 4.5 (large 3); 7 (large 4.5) in the senior mode and with high contrast. */
export function checkTextContrast(all: readonly Run[], shown: Shown, note: Note): void {
  const isStrict = shown.mode === 'senior' || shown.contrast === 'high';
  const done = new Set<HTMLElement>();
  for (const { element, style } of all) {
    if (done.has(element)) continue;
    done.add(element);
    const ground = groundOf(element);
    const ratio = contrast(seen(style.color, element, ground), ground);
    const least = isStrict ? (isLarge(style) ? 4.5 : 7) : isLarge(style) ? 3 : 4.5;
    if (ratio < least) {
      const id = isStrict ? 'W-1.4.6' : 'M-1.3a';
      note(id, `text ${ratio.toFixed(2)} : 1 is under ${least}: ${nameOf(element)}`);
    }
  }
}

/** Lines of icons and pictures: 4.5 to 1, as M-1.3b asks, which is more than WCAG's 3. Fills are their ground. */
export function checkIcons(note: Note): void {
  for (const svg of scope().querySelectorAll('svg')) {
    if (!isShown(svg)) continue;
    const ground = groundOf(svg);
    const shapes = [...svg.querySelectorAll(SHAPES)].map((shape) => {
      const { stroke, fill } = getComputedStyle(shape);
      return stroke === 'none'
        ? { shape, colour: fill, isLine: false }
        : { shape, colour: stroke, isLine: true };
    });
    const lines = shapes.some(({ isLine }) => isLine) ? shapes.filter((s) => s.isLine) : shapes;
    const ratios = lines
      .filter(({ colour }) => colour !== 'none')
      .map(({ shape, colour }) => contrast(seen(colour, shape, ground), ground));
    const lowest = Math.min(...ratios);
    if (ratios.length > 0 && lowest < 4.5) {
      note(
        'M-1.3b',
        `an icon’s line has ${lowest.toFixed(2)} : 1: in ${nameOf(svg.parentElement ?? svg)}`,
      );
    }
  }
}

/** The edge of what is filled in or marked: 3 to 1 against the ground around it. */
export function checkEdges(note: Note): void {
  for (const { element, box, isTyped } of targets()) {
    const isMarked = element.matches('input[type=radio], input[type=checkbox]');
    if (!isTyped && !isMarked) continue;
    const parts = [box, ...(isMarked ? box.querySelectorAll<HTMLElement>('*') : [])];
    const best = parts.map((part) => {
      const style = getComputedStyle(part);
      if (parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === 'none') return 1;
      const ground = groundOf(part.parentElement);
      return contrast(seen(style.borderTopColor, part, ground), ground);
    });
    if (Math.max(...best) < 3) note('W-1.4.11', `its edge is under 3 : 1: ${nameOf(box)}`);
  }
}
