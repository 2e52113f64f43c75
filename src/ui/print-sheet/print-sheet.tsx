import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print-sheet.css';

export interface PrintSheetProps {
  /** What stands on the paper. It is not seen on the screen. */
  children: ReactNode;
  /** The print window was closed, whatever was done in it. */
  onClose: () => void;
}

/** A sheet for the printer in the place of the page, while it is mounted. Mounting opens the browser's print window. */
export function PrintSheet({ children, onClose }: PrintSheetProps) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);
  useEffect(() => {
    const onPrinted = () => close.current();
    const root = document.documentElement;
    root.dataset.print = 'sheet';
    addEventListener('afterprint', onPrinted);
    // Once: another print window would stand on top of the first.
    window.print();
    return () => {
      removeEventListener('afterprint', onPrinted);
      delete root.dataset.print;
    };
  }, []);
  return createPortal(<div className="print-sheet">{children}</div>, document.body);
}
