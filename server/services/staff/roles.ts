import type { StaffRole } from '#domain/api/staff.ts';

/** Why a masked value may be shown: a closed list, so that reasons can be counted and questioned. */
export const unmaskReasons = [
  'payment-check',
  'customer-asked',
  'document-mismatch',
  'complaint',
] as const;

/** What may be done behind the staff's doors. */
export type StaffPower =
  | 'see-claims'
  | 'see-photos'
  | 'see-queue'
  | 'unmask-phone'
  | 'unmask-card'
  | 'make-links'
  | 'see-tasks'
  | 'do-tasks'
  | 'unmask-address'
  | 'decide-claims'
  | 'handle-claims'
  | 'talk'
  | 'supervise';

/**
 * Who may do what. An agent helps from afar and checks payments. At the counter the card itself is on the desk: its
 * number from our files is never needed there. They go on visits, and need the address; an agent, who calls, does not. Papers and
 * money are taken and handed out by all; deciding is not done at the counter, nor are conversations from afar. A supervisor may do all of it, and is audited like everybody.
 */
export const powersOf: Readonly<Record<StaffRole, readonly StaffPower[]>> = {
  agent: [
    'see-claims',
    'see-photos',
    'see-queue',
    'unmask-phone',
    'unmask-card',
    'make-links',
    'see-tasks',
    'do-tasks',
    'handle-claims',
    'decide-claims',
    'talk',
  ],
  counter: [
    'see-claims',
    'see-photos',
    'see-queue',
    'unmask-phone',
    'make-links',
    'see-tasks',
    'do-tasks',
    'handle-claims',
    'unmask-address',
  ],
  supervisor: [
    'see-claims',
    'see-photos',
    'see-queue',
    'unmask-phone',
    'unmask-card',
    'make-links',
    'see-tasks',
    'do-tasks',
    'handle-claims',
    'unmask-address',
    'decide-claims',
    'talk',
    'supervise',
  ],
};

/** Whether a role may do this. */
export function may(role: StaffRole, power: StaffPower): boolean {
  return powersOf[role].includes(power);
}
