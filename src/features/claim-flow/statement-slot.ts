import type { ReactNode } from 'react';
import type { Photo } from './photo.ts';

/** What the app puts beside the first question: it records, plays and hands over; this feature sends. */
export interface StatementProps {
  /** Under which what is being recorded lies on this phone: one for each kind of claim. */
  slot: string;
  /** The recording that was taken, on its way or with us; where it truly is. */
  sent?: Photo & { isVideo: boolean };
  onUse: (file: File) => void;
  onRemove: () => void;
  onRetry: () => void;
  /** What was said, once the person has said yes to it. */
  text?: string;
  onText: (text: string) => void;
  /** Something is recorded that was neither taken nor put away: the page does not go on over it. */
  onOpen: (isOpen: boolean) => void;
  /** Goes up when somebody wanted to go on over it. */
  pressed: number;
  onClose: () => void;
}
export type StatementSlot = (props: StatementProps) => ReactNode;
