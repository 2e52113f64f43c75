import { useEffect, type RefObject } from 'react';

/**
 * Leads the focus here when this place appears: from the title, where the change of page that a person asked for has put
 * it. Whoever has gone on meanwhile to anything else keeps it; so does whoever has only just opened the site.
 * @param isRescue also where what had the focus is gone, so that whoever works by keys does not begin at the top
 */
export function useFocusLed(place: RefObject<HTMLElement | null>, isRescue = false): void {
  useEffect(() => {
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body;
    if (isLost ? isRescue : activeElement.matches('[data-page-title]')) place.current?.focus();
  }, [place, isRescue]);
}
