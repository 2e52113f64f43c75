import type { PaperWay } from '../flow/types.ts';

/** How papers reach us without photos: each is a task that staff sees (E5, G7). */
export type AppointmentKind = Exclude<PaperWay, 'none'>;
export type AppointmentState = 'open' | 'done' | 'cancelled';

export interface Appointment {
  id: string;
  kind: AppointmentKind;
  state: AppointmentState;
  /** The fields of the draft (kinds of papers) that it is about. */
  papers: readonly string[];
  draftId?: string;
  claimId?: string;
  /** Day `YYYY-MM-DD` and part of the day, where a time was chosen. */
  day?: string;
  part?: 'morning' | 'afternoon';
  branchId?: string;
  /** Address of a visit; masked for staff without a reason. */
  address?: string;
  /** Who comes and the code by which the customer knows them: nobody else is let in (P2). */
  visitor?: { name: string; code: string };
  createdAt: string;
}
