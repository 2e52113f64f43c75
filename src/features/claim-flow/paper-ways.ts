import type { ReactNode } from 'react';
import { paperWays, type AnswerValue, type PaperWay } from '#domain/flow/types.ts';

/** What the app puts below a chosen way: the day, the address, the code to hand on. The answer itself is the way. */
export interface PaperWaysProps {
  draftId: string;
  /** The paper: a photos field of the flow. */
  field: string;
  way: Exclude<PaperWay, 'none'>;
  /** All of it is settled: the page may go on to the next paper. */
  onDone: () => void;
}
export type PaperWaysSlot = (props: PaperWaysProps) => ReactNode;

/** The way that was answered instead of photos, if one was. */
export const wayIn = (value: AnswerValue | undefined): PaperWay | undefined =>
  paperWays.find((way) => way === value);
