import { paperWays, type PaperWay } from '../flow/types.ts';

/** How papers reach us without photos: each is a task that staff sees (E5, G7). */
export type AppointmentKind = Exclude<PaperWay, 'none'>;
export const appointmentKinds: readonly AppointmentKind[] = paperWays.filter(
  (way): way is AppointmentKind => way !== 'none',
);
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
  part?: AppointmentPart;
  branchId?: string;
  /** Address of a visit; masked for staff without a reason. */
  address?: string;
  /** Who comes and the code by which the customer knows them: nobody else is let in (P2). */
  visitor?: { name: string; code: string };
  createdAt: string;
}

export const appointmentParts = ['morning', 'afternoon'] as const;
export type AppointmentPart = (typeof appointmentParts)[number];

/** What a customer asks for: of a draft or of a claim. A visit without day and address is "call me about it". */
export interface NewAppointment {
  draftId?: string;
  claimId?: string;
  kind: AppointmentKind;
  papers: readonly string[];
  day?: string;
  part?: AppointmentPart;
  branchId?: string;
  address?: string;
}

/** What staff have to do beside deciding: an appointment, or something to look at that a claim brought with it. */
export type StaffTaskKind = AppointmentKind | 'also-filed' | 'find-policy';

export interface StaffTask {
  id: string;
  kind: StaffTaskKind;
  createdAt: string;
  customerName: string;
  maskedPhone: string;
  /** The kind of claim: a flow's id. */
  flow: string;
  claimId?: string;
  claimNumber?: string;
  papers: readonly string[];
  day?: string;
  part?: AppointmentPart;
  branchId?: string;
  /** Shown whole for a reason only. */
  maskedAddress?: string;
  visitor?: { name: string };
  /** A visit whose day and place are still to be agreed on the telephone. */
  isToCall: boolean;
}

export const taskUnmaskReasons = ['home-visit', 'customer-asked', 'complaint'] as const;
export type TaskUnmaskReason = (typeof taskUnmaskReasons)[number];
