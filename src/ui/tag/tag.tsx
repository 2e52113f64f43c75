import type { ReactNode } from 'react';
import './tag.css';

export interface TagProps {
  kind?: 'plain' | 'good' | 'warn' | 'wrong';
  children: ReactNode;
}

/** A state in a word. The word says it; the colour only repeats it. */
export function Tag({ kind = 'plain', children }: TagProps) {
  return <span className={`tag tag-${kind}`}>{children}</span>;
}
