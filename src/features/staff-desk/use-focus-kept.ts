import { useEffect, useRef, type RefObject } from 'react';

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
