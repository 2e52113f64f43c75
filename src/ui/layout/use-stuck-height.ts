import { useEffect, type RefObject } from 'react';

/**
 * Tells the style sheet how high something is that sticks to an edge of the window, so that nothing is scrolled under it
 * (W-2.4.11): `name` holds its height in px, 0 while it is too tall to stick and carries `data-tall`.
 * @param isTooTall of its height and the window's, both px
 */
export function useStuckHeight(
  box: RefObject<HTMLElement | null>,
  name: `--${string}-height`,
  isTooTall: (height: number, windowHeight: number) => boolean,
): void {
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const root = document.documentElement;
    const measure = () => {
      const isTall = isTooTall(element.offsetHeight, window.innerHeight);
      element.toggleAttribute('data-tall', isTall);
      root.style.setProperty(name, isTall ? '0px' : `${element.offsetHeight}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
      root.style.removeProperty(name);
    };
  }, [box, name, isTooTall]);
}
