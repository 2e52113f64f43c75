import type { ReactNode } from 'react';
import './points.css';

export interface PointsProps {
  items: readonly ReactNode[];
  /** One after the other, not side by side. */
  isNumbered?: boolean;
}

/** A few short sentences, one below the other. */
export function Points({ items, isNumbered }: PointsProps) {
  const List = isNumbered ? 'ol' : 'ul';
  return (
    <List className={isNumbered ? 'points points-numbered' : 'points'}>
      {items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </List>
  );
}
