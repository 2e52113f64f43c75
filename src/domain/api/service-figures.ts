import type { WaitFigures } from './staff-queue.ts';

/** `GET /api/service-figures`: how soon people were answered, for everybody to read (H9). Counted from the log itself. */
export interface ServiceFigures {
  since: string;
  /** All together first, then by age group. */
  groups: readonly WaitFigures[];
}
