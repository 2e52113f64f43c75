import type { StaffClaim, StaffMember } from '#domain/api/staff.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findClaimById } from '../../store/claims.ts';
import { readingsOfClaim } from '../../store/draft-documents.ts';
import { findCustomer } from '../../store/customers.ts';
import { maskAppointment } from '../appointments/appointment-view.ts';
import { viewClaim } from '../claim-view.ts';
import { maskPhone } from '../customer-view.ts';
import { viewDesk } from './claims/desk-view.ts';
import { maskReading } from './mask-reading.ts';
import { may } from './roles.ts';

/**
 * One claim as staff see it: masked here, so that the page never holds what it may not show. The look is audited; what
 * they see of a claim that they have just acted on is no further look.
 * @throws ProblemError 404
 */
export async function showClaim(
  parts: Parts,
  staff: StaffMember,
  id: string,
  { isAfterAction = false } = {},
): Promise<StaffClaim> {
  const { db } = parts.store;
  const claim = await findClaimById(db, parts.seal, id);
  if (!claim) throw new ProblemError('not-found', 404);
  const customer = await findCustomer(db, parts.seal, claim.customer_id);
  const shown = await viewClaim(db, parts, claim);
  const masked = Object.keys(claim.answers).filter(
    (field) => shown.answers[field] !== claim.answers[field],
  );
  if (!isAfterAction) {
    await parts.store.write((tx) =>
      addAudit(tx, parts, {
        actor: { kind: 'staff', id: staff.id },
        action: 'claim-seen',
        subject: { kind: 'claim', id },
      }),
    );
  }
  const maskedPhone = customer ? maskPhone(customer.phone) : '';
  return {
    ...shown,
    appointments: shown.appointments.map(maskAppointment),
    customerName: customer?.profile?.name ?? maskedPhone,
    maskedPhone,
    // Only what this role may ask for: a button that always refuses helps nobody.
    maskedFields: may(staff.role, 'unmask-card') ? masked : [],
    desk: await viewDesk(db, parts, claim, staff),
    readings: (await readingsOfClaim(db, parts.seal, id)).map(maskReading),
  };
}
