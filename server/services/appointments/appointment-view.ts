import type { Appointment } from '#domain/api/appointment.ts';
import type { Parts } from '../../parts.ts';
import { appointmentsOf, type AppointmentRecord } from '../../store/appointments.ts';
import type { Db } from '../../store/store.ts';

/** An appointment as its customer sees it. */
export function viewAppointment(record: AppointmentRecord): Appointment {
  const { id, kind, state, papers, draft_id, claim_id, day, part, branch_id, address } = record;
  const { visitorName: name, code } = record;
  return {
    id,
    kind,
    state,
    papers,
    ...(draft_id ? { draftId: draft_id } : {}),
    ...(claim_id ? { claimId: claim_id } : {}),
    ...(day ? { day } : {}),
    ...(part ? { part } : {}),
    ...(branch_id ? { branchId: branch_id } : {}),
    ...(address ? { address } : {}),
    // Nobody comes for one that is closed.
    ...(name && code && state === 'open' ? { visitor: { name, code } } : {}),
    createdAt: new Date(record.created_at).toISOString(),
  };
}

/** What was arranged for the papers of a claim. */
export async function appointmentsOfClaim(
  db: Db,
  parts: Pick<Parts, 'seal'>,
  claimId: string,
): Promise<Appointment[]> {
  return (await appointmentsOf(db, parts.seal, { claimId })).map(viewAppointment);
}

/** The first signs of an address, never more than a third of it: enough to tell towns apart. */
export function maskAddress(address: string): string {
  const signs = [...address];
  return `${signs.slice(0, Math.min(6, Math.floor(signs.length / 3))).join('')}****`;
}

/** For staff: the address masked, and no code, which only the customer and the visitor need. */
export function maskAppointment({ visitor: _visitor, address, ...rest }: Appointment): Appointment {
  return { ...rest, ...(address ? { address: maskAddress(address) } : {}) };
}
