import type { TaskUnmaskReason } from '#domain/api/appointment.ts';
import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import { findAppointment } from '../../../store/appointments.ts';
import { addAudit } from '../../../store/audit.ts';
import { may } from '../roles.ts';

/**
 * Shows the address of a visit for a reason. Written down before it is shown, a try that the role does not allow too.
 * @throws ProblemError 404 where there is none; 403 staff-not-allowed
 */
export async function unmaskAddress(
  parts: Parts,
  staff: StaffMember,
  id: string,
  reason: TaskUnmaskReason,
): Promise<string> {
  const record = await findAppointment(parts.store.db, parts.seal, id);
  if (!record?.address) throw new ProblemError('not-found', 404);
  const isAllowed = may(staff.role, 'unmask-address');
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: isAllowed ? 'field-unmasked' : 'field-unmask-refused',
      subject: { kind: 'appointment', id },
      detail: { field: 'address', reason, role: staff.role },
    }),
  );
  if (!isAllowed) throw new ProblemError('staff-not-allowed', 403);
  return record.address;
}
