import type { ReadingLine } from './collect-lines.ts';

/** As in `reading.css`. */
const NAME = 'reading';
/** Room between the sentence and the edge of what is seen, px. */
const MARGIN = 24;

const canHighlight = (): boolean =>
  typeof Highlight !== 'undefined' && typeof CSS !== 'undefined' && 'highlights' in CSS;

let outlined: Element | undefined;

/** Takes every mark away. */
export function clearLine(): void {
  outlined?.removeAttribute('data-reading');
  outlined = undefined;
  if (canHighlight()) CSS.highlights.delete(NAME);
}

/**
 * Marks the sentence that is read: its words where the browser can mark words without touching the page (CSS Custom
 * Highlight), else the block that they stand in. Nothing is wrapped: React would find its elements moved.
 */
function mark({ element, range }: ReadingLine): void {
  clearLine();
  if (canHighlight()) {
    const words = range ?? document.createRange();
    if (!range) words.selectNodeContents(element);
    CSS.highlights.set(NAME, new Highlight(words));
    // A field or a picture has no words inside.
    if (range || element.textContent?.trim()) return;
  }
  outlined = element;
  element.setAttribute('data-reading', '');
}

/** Brings the sentence into the part of the window that nothing covers: not at all when it is there already. */
function scrollThere({ element, range }: ReadingLine, bottom: number): void {
  const box = (range ?? element).getBoundingClientRect?.();
  if (!box || (box.height === 0 && box.width === 0)) return;
  const top = MARGIN;
  const isSeen = box.top >= top && box.bottom <= bottom - MARGIN;
  if (isSeen) return;
  // A third from the top: what comes next is seen too, and the page moves seldom.
  const move = box.top - top - Math.max(0, (bottom - top - box.height) / 3);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: move, behavior: isStill ? 'auto' : 'smooth' });
}

/**
 * Shows which sentence is read.
 * @param bottom the height down to which the window is free, px: the controls and the help bar stand below
 */
export function showLine(line: ReadingLine, bottom: number): void {
  // The page may have changed since: then it is heard and not shown.
  if (!line.element.isConnected) return clearLine();
  mark(line);
  scrollThere(line, bottom);
}
