import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import './fold.css';

export interface FoldProps {
  title: string;
  children: ReactNode;
}

/**
 * A part of a page that is there when asked for, and costs one line until then. The browser's own element: it opens
 * without script, is found by the browser's search, and its state is told by every screen reader.
 */
export function Fold({ title, children }: FoldProps) {
  return (
    <details className="fold">
      <summary className="fold-title">
        <h2>{title}</h2>
        <Icon name="forward" />
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
