import { barOf, isPinned, nameOf, targets, type Box, type Target } from './dom.ts';
import type { Note, Shown } from './note.ts';

interface Point {
  x: number;
  y: number;
}

/** Centre and the four corners, as far in as a rounded corner reaches. */
function pointsOf(box: HTMLElement): Point[] {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const radius = parseFloat(getComputedStyle(box).borderTopLeftRadius) || 0;
  const inset = Math.min(radius * 0.3 + 2, (bottom - top) / 2);
  return [
    { x: (left + right) / 2, y: (top + bottom) / 2 },
    { x: left + inset, y: top + inset },
    { x: right - inset, y: top + inset },
    { x: left + inset, y: bottom - inset },
    { x: right - inset, y: bottom - inset },
  ];
}

/** Whether the finger meets it at its centre and corners, once it is scrolled to; what is too high, part by part. */
function missedPoints(box: HTMLElement): number {
  box.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const isTooHigh = box.getBoundingClientRect().height > innerHeight * 0.5;
  return pointsOf(box).filter(({ x, y }) => {
    if (y < 0 || y > innerHeight) return false;
    const at = document.elementFromPoint(x, y);
    if (isTooHigh && at && isPinned(at) && !isPinned(box)) return false;
    return !(at !== null && (box === at || box.contains(at)));
  }).length;
}

/**
 * Sizes of what is tapped: 44 px in the standard mode, 60 in the senior one; a page's main way 90 there, as aimed (1.9 %
 * misses in place of 17 %, senior-signals.md §1.2). Half a pixel is the rounding of rem.
 */
export function checkTargets(shown: Shown, note: Note): void {
  const isSenior = shown.mode === 'senior';
  const least = isSenior ? 60 : 44;
  const id = isSenior ? 'M-2.1a' : 'M-2.1b';
  const before = { x: scrollX, y: scrollY };
  for (const { box, isMain } of targets()) {
    const { width, height } = box.getBoundingClientRect();
    const size = `${width.toFixed(0)} × ${height.toFixed(0)}`;
    if (width < least - 0.5 || height < least - 0.5)
      note(id, `${size} is under ${least}: ${nameOf(box)}`);
    else if (isSenior && isMain && height < 89.5) {
      note('D-90', `${size}, a main control under 90 high: ${nameOf(box)}`);
    }
    const missed = missedPoints(box);
    if (missed > 0) note(id, `${missed} of its 5 points are something else: ${nameOf(box)}`);
  }
  scrollTo(before.x, before.y);
}

function distance(one: DOMRect, other: DOMRect): number {
  const dx = Math.max(0, one.left - other.right, other.left - one.right);
  const dy = Math.max(0, one.top - other.bottom, other.top - one.bottom);
  return Math.hypot(dx, dy);
}

/**
 * Room between what is tapped: 12 px. What is pinned passes over the page and is compared with its own kind only, on a page
 * that has been scrolled: at its very top a short window may push a bar down to where the page begins.
 */
export function checkGaps(note: Note): void {
  const before = { x: scrollX, y: scrollY };
  scrollTo(0, innerHeight);
  const all = targets().map((target) => ({
    ...target,
    rect: target.box.getBoundingClientRect(),
    isFixed: isPinned(target.box),
  }));
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) {
      if (one.isFixed !== other.isFixed) continue;
      if (one.box.contains(other.box) || other.box.contains(one.box)) continue;
      const gap = distance(one.rect, other.rect);
      if (gap < 11.5) {
        note('D-gap', `${gap.toFixed(0)} px between ${nameOf(one.box)} and ${nameOf(other.box)}`);
      }
    }
  }
  scrollTo(before.x, before.y);
}

export interface Aim {
  name: string;
  /** left, top, right, bottom in CSS px of the window, once the control is scrolled to. */
  own: [number, number, number, number];
  neighbours: { isDanger: boolean; box: [number, number, number, number] }[];
}

type Rectangle = Aim['own'];

const boxOf = ({ left, top, right, bottom }: DOMRect): Rectangle => [left, top, right, bottom];

/** What a finger can meet of a control: nothing of what lies under the bars at the window's edges. */
function reachable(box: HTMLElement, bars: readonly DOMRect[]): Rectangle | undefined {
  const { left, right, ...edges } = box.getBoundingClientRect().toJSON() as Box;
  let { top, bottom } = edges;
  if (!isPinned(box)) {
    for (const bar of bars) {
      const isBeside = right <= bar.left || left >= bar.right;
      if (isBeside) continue;
      if (bar.top > innerHeight / 2) bottom = Math.min(bottom, bar.top);
      else if (bar.bottom < innerHeight / 2) top = Math.max(top, bar.bottom);
    }
  }
  return bottom > top ? [left, top, right, bottom] : undefined;
}

/** Every main control with what lies around it, as a finger finds it: for the tool of expected misses. */
export function aims(): Aim[] {
  const all: Target[] = targets();
  const bars = [...new Set(all.flatMap(({ box }) => barOf(box) ?? []))];
  return all
    .filter(({ isMain }) => isMain)
    .map(({ box }) => {
      box.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const over = bars.map((bar) => bar.getBoundingClientRect());
      return {
        name: (box.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 16),
        own: boxOf(box.getBoundingClientRect()),
        neighbours: all
          .filter((other) => other.box !== box)
          .flatMap((other) => {
            const seen = reachable(other.box, over);
            return seen ? { isDanger: other.isDanger, box: seen } : [];
          }),
      };
    });
}
