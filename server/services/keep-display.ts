import type { DisplayChoice } from '#domain/senior/display.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { addAudit } from '../store/audit.ts';
import { findCustomer, saveDisplay, type CustomerRecord } from '../store/customers.ts';

/**
 * Keeps how a customer chose their pages to look. It changes no price, amount or decision, and nothing but pages reads it.
 * @throws ProblemError 401 when the customer is no longer there
 */
export async function keepDisplay(
  parts: Parts,
  customerId: string,
  display: DisplayChoice,
): Promise<CustomerRecord> {
  await parts.store.write(async (tx) => {
    await saveDisplay(tx, customerId, display);
    await addAudit(tx, parts, {
      actor: { kind: 'customer', id: customerId },
      action: 'display-chosen',
      subject: { kind: 'customer', id: customerId },
    });
  });
  const customer = await findCustomer(parts.store.db, parts.seal, customerId);
  if (!customer) throw new ProblemError('sign-in-needed', 401);
  return customer;
}
