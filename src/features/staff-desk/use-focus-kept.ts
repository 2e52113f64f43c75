import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Where the focus goes when the button that was pressed makes way for something else: to this place, so that whoever works
 * by keys goes on there and not at the top of the page. The place needs `tabIndex={-1}`.
 * @param shown what stands there now
 */
export function useFocusKept<Place extends HTMLElement>(shown: unknown): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body)
      place.current?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}

interface FocusLost<Place extends HTMLElement> {
  /** Where the focus goes; needs `tabIndex={-1}`. */
  place: RefObject<Place | null>;
  /** For the part of the page whose buttons may go. */
  part: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void };
}

/**
 * Where the focus goes when news from outside takes away what had it: to this place. News takes it from nowhere else, and
 * gives it to nobody who had none here.
 */
export function useFocusLost<Place extends HTMLElement>(): FocusLost<Place> {
  const place = useRef<Place>(null);
  const had = useRef<Element>(undefined);
  useEffect(() => {
    const { activeElement } = document;
    if (!had.current || had.current.isConnected) return;
    had.current = undefined;
    if (!activeElement || activeElement === document.body)
      place.current?.focus({ preventScroll: true });
  });
  const part = {
    onFocus: ({ target }: FocusEvent) => (had.current = target),
    onBlur: ({ target }: FocusEvent) =>
      // Some browsers tell of it when an element is taken away, before it is gone.
      queueMicrotask(() => {
        if (target.isConnected && had.current === target) had.current = undefined;
      }),
  };
  return { place, part };
}
