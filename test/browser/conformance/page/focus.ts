import { contrast, groundOf, seen } from './colour.ts';
import { isShown, nameOf, scope } from './dom.ts';
import type { Note, Shown } from './note.ts';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, [tabindex="0"]';

const settled = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

/** The line around what has the focus: drawn on itself, or on the label that draws it. */
function ringOf(
  element: HTMLElement,
): { owner: HTMLElement; style: CSSStyleDeclaration } | undefined {
  for (const owner of [element, element.closest('label')]) {
    if (!owner) continue;
    const style = getComputedStyle(owner);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && isShown(owner)) {
      return { owner, style };
    }
  }
  return undefined;
}

/**
 * Puts the focus on everything in turn, as Tab would (a key was pressed before, so that the ring shows), and looks:
 * a line of 2 px at 3 to 1, not covered by anything that is pinned to the window.
 */
export async function checkFocus(shown: Shown, note: Note): Promise<void> {
  const before = { x: scrollX, y: scrollY };
  for (const element of scope().querySelectorAll<HTMLElement>(FOCUSABLE)) {
    const box = element.closest('label') ?? element;
    const isSkip = element.matches('.layout-skip');
    if (!isShown(box) && !isSkip) continue;
    // What has the focus already would not be scrolled to again, as it is by Tab.
    if (document.activeElement === element) element.scrollIntoView({ block: 'nearest' });
    else element.focus();
    await settled();
    if (document.activeElement !== element) continue;
    const ring = ringOf(element);
    if (!ring) {
      note('W-2.4.13', `no line around the focus: ${nameOf(box)}`);
      continue;
    }
    const { owner, style } = ring;
    const ground = groundOf(owner.parentElement);
    const ratio = contrast(seen(style.outlineColor, owner, ground), ground);
    if (parseFloat(style.outlineWidth) < 2) note('W-2.4.13', `a line under 2 px: ${nameOf(box)}`);
    if (ratio < 3) note('W-2.4.13', `a line of ${ratio.toFixed(2)} : 1: ${nameOf(box)}`);
    checkNotObscured(owner, shown, note);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(before.x, before.y);
}

function checkNotObscured(owner: HTMLElement, shown: Shown, note: Note): void {
  const { left, right, top, bottom } = owner.getBoundingClientRect();
  const inset = Math.min(
    (parseFloat(getComputedStyle(owner).borderTopLeftRadius) || 0) * 0.3 + 2,
    (bottom - top) / 2,
  );
  const points: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ];
  const isSeen = points.map(([x, y]) => {
    const at = document.elementFromPoint(x, y);
    return at !== null && (owner.contains(at) || at.contains(owner));
  });
  if (!isSeen.includes(true)) note('W-2.4.11', `hidden while it has the focus: ${nameOf(owner)}`);
  // What is higher than the window cannot be seen whole.
  else if (shown.mode === 'senior' && bottom - top < innerHeight * 0.5 && isSeen.includes(false)) {
    note('W-2.4.12', `partly hidden while it has the focus: ${nameOf(owner)}`);
  }
}
