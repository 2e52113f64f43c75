import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStuckHeight } from '../layout/use-stuck-height.ts';
import './dock.css';

export interface DockProps {
  /** Names the region for whoever hears the page. */
  label: string;
  children: ReactNode;
}

/** Above this share of the window's height it hides more than it helps, and no longer sticks. */
const TALLEST_SHARE = 0.4;
const isTooTall = (height: number, windowHeight: number) => height > windowHeight * TALLEST_SHARE;

/**
 * Controls that stay at hand while the page is read: the last thing of the main column, sticking above the help bar.
 * Takes focus when it appears and gives it back when it goes. Not a pop-up: the page below can be used all the while.
 */
export function Dock({ label, children }: DockProps) {
  const box = useRef<HTMLElement>(null);
  const [place] = useState(() => document.getElementById('main') ?? document.body);
  useStuckHeight(box, '--dock-height', isTooTall);
  useEffect(() => {
    const before = document.activeElement;
    // Where it does not stick, it is brought into sight this once.
    const preventScroll = !box.current?.hasAttribute('data-tall');
    box.current?.querySelector('button')?.focus({ preventScroll });
    return () => {
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
