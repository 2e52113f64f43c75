import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** A keyboard takes at least this much of the window, px; less is a browser's own bar coming and going. */
const KEYBOARD_PX = 120;
/** The writing place sticks to the bottom only while all that sticks there leaves this share of the window free. */
const FREE_SHARE = 0.45;
/** The end of the talk counts as seen when it is this close to the writing place, px. */
const NEAR_PX = 80;
/** Free above and below what is to be seen whole, px. */
const ROOM_PX = 64;

interface Room {
  writing: RefObject<HTMLDivElement | null>;
  /** What stands right above it: a call. It is seen whole before the writing place may stick. */
  above: RefObject<HTMLDivElement | null>;
  end: RefObject<HTMLDivElement | null>;
  /** The last words are on the screen. */
  isAtEnd: boolean;
  /** Brings them there; from above them always, from below only by the person's own act. */
  toEnd: (isOwnAct?: boolean) => void;
}

const heightOf = (name: string) =>
  parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name)) || 0;

/** Whether somebody writes in this box at the end of what they have written. */
function writesAtEnd(box: HTMLElement): boolean {
  const active = document.activeElement;
  if (!active || !box.contains(active)) return false;
  return !(active instanceof HTMLTextAreaElement) || active.selectionEnd === active.value.length;
}

/**
 * Keeps the last words and the writing place in sight: above the help bar, above the reading controls, and above a
 * phone's keyboard, which covers the page without telling the layout (iOS, Chrome since 108).
 */
export function useRoom(): Room {
  const writing = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);

  const look = useCallback(() => {
    const [box, last] = [writing.current, end.current];
    if (!box || !last) return;
    const { top } = last.getBoundingClientRect();
    setAtEnd(top >= 0 && top <= box.getBoundingClientRect().top + NEAR_PX);
  }, []);

  useEffect(() => {
    const root = document.documentElement;
    const view = window.visualViewport;
    let freeBefore = 0;
    let heightBefore = 0;
    const measure = () => {
      const covered = view ? window.innerHeight - view.height - view.offsetTop : 0;
      const isTyping = covered > KEYBOARD_PX;
      root.toggleAttribute('data-typing', isTyping);
      root.style.setProperty('--keyboard', isTyping ? `${Math.round(covered)}px` : '0px');
      const box = writing.current;
      if (!box) return;
      const free = view?.height ?? window.innerHeight;
      // A keyboard has just come up over what somebody is writing in: Send stays in sight, however long the text is.
      const hasShrunk = freeBefore - free > KEYBOARD_PX;
      freeBefore = free;
      const others = isTyping ? 0 : heightOf('--help-bar-height') + heightOf('--dock-height');
      const isTall = box.offsetHeight + others > free * (1 - FREE_SHARE) && box.offsetHeight > 0;
      // A button half under the writing place is a button missed.
      const card = above.current?.offsetHeight ?? 0;
      const hidesCard = card > 0 && card + ROOM_PX + box.offsetHeight + others > free;
      // With the keyboard up it is what the person is working on: it stays as long as it fits at all.
      const isLoose = isTyping ? box.offsetHeight > free * 0.8 : isTall || hidesCard;
      box.toggleAttribute('data-loose', isLoose);
      root.style.setProperty('--writing-height', isLoose ? '0px' : `${box.offsetHeight}px`);
      // A line more would push Send under the keyboard; who mends an earlier line stays there.
      const hasGrown = isTyping && box.offsetHeight > heightBefore && writesAtEnd(box);
      heightBefore = box.offsetHeight;
      if (hasGrown || (hasShrunk && box.contains(document.activeElement)))
        box.scrollIntoView({ block: 'end' });
      look();
    };
    measure();
    const observer =
      typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
    for (const { current } of [writing, above]) if (current) observer?.observe(current);
    const targets: [EventTarget, string][] = [
      [window, 'resize'],
      ...(view
        ? ([
            [view, 'resize'],
            [view, 'scroll'],
          ] as [EventTarget, string][])
        : []),
    ];
    for (const [target, name] of targets) target.addEventListener(name, measure);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      observer?.disconnect();
      for (const [target, name] of targets) target.removeEventListener(name, measure);
      window.removeEventListener('scroll', look);
      root.removeAttribute('data-typing');
      root.style.removeProperty('--keyboard');
      root.style.removeProperty('--writing-height');
    };
  }, [look]);

  const toEnd = useCallback(
    (isOwnAct = false) => {
      const [box, last] = [writing.current, end.current];
      if (!box || !last) return;
      const view = window.visualViewport;
      const bottom =
        (view ? view.offsetTop + view.height : window.innerHeight) - heightOf('--help-bar-height');
      const floor = box.hasAttribute('data-loose')
        ? bottom
        : Math.min(bottom, box.getBoundingClientRect().top);
      const by = last.getBoundingClientRect().bottom + 8 - floor;
      const isAbove = last.getBoundingClientRect().bottom < NEAR_PX;
      if (by > 0 || (isOwnAct && isAbove)) window.scrollBy(0, by);
      look();
    },
    [look],
  );

  return { writing, above, end, isAtEnd, toEnd };
}
