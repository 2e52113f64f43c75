import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import {
  closeAppointment,
  findAppointment,
  type AppointmentRecord,
} from '../../../store/appointments.ts';
import { addAudit } from '../../../store/audit.ts';
import { findCustomer } from '../../../store/customers.ts';
import type { Tx } from '../../../store/store.ts';
import { findTask, finishTask as markDone } from '../../../store/tasks.ts';
import { textClosed } from '../../appointments/text-appointment.ts';

/** Whether papers are in our hands once this is done: a call about a visit brings none yet. */
const bringsPapers = ({ kind, day }: AppointmentRecord): boolean =>
  kind === 'branch' || kind === 'post' || (kind === 'visit' && day !== null);

async function finishAppointment(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  record: AppointmentRecord,
): Promise<boolean> {
  if (record.state === 'done') return false;
  const close = { state: 'done' as const, at: parts.clock.now(), by: `staff:${staff.id}` };
  if (record.state !== 'open' || !(await closeAppointment(tx, record.id, close))) {
    throw new ProblemError('appointment-closed', 409);
  }
  const customer = await findCustomer(tx, parts.seal, record.customer_id);
  if (customer && bringsPapers(record)) {
    await textClosed(tx, parts, customer, record, 'papers-here');
  }
  return true;
}

/**
 * Says that a task is done; again has no second effect. The customer hears of papers that have arrived.
 * @throws ProblemError 404; 409 `appointment-closed` where the customer has cancelled it
 */
export function finishTask(parts: Parts, staff: StaffMember, id: string): Promise<void> {
  return parts.store.write(async (tx) => {
    const record = await findAppointment(tx, parts.seal, id);
    const task = record ? undefined : await findTask(tx, id);
    if (!record && !task) throw new ProblemError('not-found', 404);
    const isDone = record
      ? await finishAppointment(tx, parts, staff, record)
      : await markDone(tx, id, parts.clock.now(), staff.id);
    if (!isDone) return;
    await addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: 'task-done',
      subject: { kind: record ? 'appointment' : 'task', id },
      detail: { kind: record?.kind ?? task?.kind },
    });
  });
}
