import type { StaffMember, UnmaskedField, UnmaskReason } from '#domain/api/staff.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { addAudit } from '../../store/audit.ts';
import { findClaimById } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { maskAnswers } from '../claim-view.ts';
import { may } from './roles.ts';

/** The customer's phone is no answer of the claim, and is asked for under this name. */
export const PHONE_FIELD = 'phone';

/**
 * Shows one masked value of a claim for a reason. Written down before it is shown; a try that the role does not allow is
 * written down too.
 * @throws ProblemError 404; 403 staff-not-allowed; 422 field-not-masked
 */
export async function unmaskField(
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  asked: { field: string; reason: UnmaskReason },
): Promise<UnmaskedField> {
  const { db } = parts.store;
  const claim = await findClaimById(db, parts.seal, claimId);
  if (!claim) throw new ProblemError('not-found', 404);
  const { field, reason } = asked;
  const isPhone = field === PHONE_FIELD;
  const customer = isPhone ? await findCustomer(db, parts.seal, claim.customer_id) : undefined;
  const masked = maskAnswers(findFlow(claim.flow, parts.flows), claim.answers);
  const value = isPhone ? customer?.phone : claim.answers[field];
  const isMasked = isPhone || (Object.hasOwn(claim.answers, field) && masked[field] !== value);
  if (value === undefined || !isMasked) {
    throw new ProblemError('field-not-masked', 422, {
      errors: [{ field: 'field', code: 'field-not-masked' }],
    });
  }
  const isAllowed = may(staff.role, isPhone ? 'unmask-phone' : 'unmask-card');
  await parts.store.write((tx) =>
    addAudit(tx, parts, {
      actor: { kind: 'staff', id: staff.id },
      action: isAllowed ? 'field-unmasked' : 'field-unmask-refused',
      subject: { kind: 'claim', id: claimId },
      detail: { field, reason, role: staff.role },
    }),
  );
  if (!isAllowed) throw new ProblemError('staff-not-allowed', 403);
  return { field, value };
}
