import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './dock.css';

export interface DockProps {
  /** Names the region for whoever hears the page. */
  label: string;
  children: ReactNode;
}

/** Above this share of the window's height it hides more than it helps, and no longer sticks. */
const TALLEST_SHARE = 0.4;

/**
 * Controls that stay at hand while the page is read: the last thing of the main column, sticking above the help bar.
 * Takes focus when it appears and gives it back when it goes. Not a pop-up: the page below can be used all the while.
 */
export function Dock({ label, children }: DockProps) {
  const box = useRef<HTMLElement>(null);
  const [place] = useState(() => document.getElementById('main') ?? document.body);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const root = document.documentElement;
    const measure = () => {
      const isTall = element.offsetHeight > window.innerHeight * TALLEST_SHARE;
      element.toggleAttribute('data-tall', isTall);
      root.style.setProperty('--dock-height', isTall ? '0px' : `${element.offsetHeight}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  useEffect(() => {
    const before = document.activeElement;
    // Where it does not stick, it is brought into sight this once.
    const preventScroll = !box.current?.hasAttribute('data-tall');
    box.current?.querySelector('button')?.focus({ preventScroll });
    return () => {
      document.documentElement.style.removeProperty('--dock-height');
      const isFree = document.activeElement === document.body || !document.activeElement;
      if (isFree && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <section ref={box} className="dock" aria-label={label} data-dock="" data-not-read="">
      {children}
    </section>,
    place,
  );
}
