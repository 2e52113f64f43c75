import type { Appointment } from '#domain/api/appointment.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { closeAppointment, findAppointment, listAppointments } from '../../store/appointments.ts';
import { addAudit } from '../../store/audit.ts';
import { findCustomer } from '../../store/customers.ts';
import { viewAppointment } from './appointment-view.ts';
import { textClosed } from './text-appointment.ts';

/** A customer's appointments, the newest first. */
export async function readAppointments(parts: Parts, customerId: string): Promise<Appointment[]> {
  const records = await listAppointments(parts.store.db, parts.seal, customerId);
  return records.map(viewAppointment);
}

/**
 * Cancels one, with one tap and no reason. Cancelled already: the same answer.
 * @throws ProblemError 404, also for somebody else's; 409 `appointment-closed` where it has taken place
 */
export function cancelAppointment(
  parts: Parts,
  customerId: string,
  id: string,
): Promise<Appointment> {
  return parts.store.write(async (tx) => {
    const record = await findAppointment(tx, parts.seal, id, customerId);
    if (!record) throw new ProblemError('not-found', 404);
    const cancelled = { ...record, state: 'cancelled' as const };
    if (record.state === 'cancelled') return viewAppointment(cancelled);
    const now = parts.clock.now();
    const close = { state: 'cancelled' as const, at: now, by: `c:${customerId}` };
    if (record.state === 'done' || !(await closeAppointment(tx, id, close))) {
      throw new ProblemError('appointment-closed', 409);
    }
    await addAudit(tx, parts, {
      actor: { kind: 'customer', id: customerId },
      action: 'appointment-cancelled',
      subject: { kind: 'appointment', id },
    });
    const customer = await findCustomer(tx, parts.seal, customerId);
    if (customer && record.kind !== 'family') {
      await textClosed(tx, parts, customer, record, 'cancelled');
    }
    return viewAppointment(cancelled);
  });
}
