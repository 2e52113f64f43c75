import type { Answers, Flow } from '#domain/flow/types.ts';
import type { FieldFault } from '../../http/problem.ts';
import type { CustomerRecord } from '../../store/customers.ts';

/**
 * What only the server can say about how somebody wants to be paid (C11): the known card must be known, and money goes
 * to somebody else only with a reason and a proof, whatever a flow asks.
 */
export function payoutFaults(
  flow: Flow,
  relevant: Answers,
  customer: Pick<CustomerRecord, 'profile'>,
): FieldFault[] {
  const at = (field: string) => flow.steps.find((step) => step.ask.includes(field))?.id;
  const faults: FieldFault[] = [];
  if (relevant['payoutTo'] === 'cardOnFile' && !customer.profile?.cardOnFile) {
    faults.push({ field: 'payoutTo', code: 'no-card-on-file', step: at('payoutTo') });
  }
  if (relevant['payeeWho'] !== 'other') return faults;
  if (relevant['payoutTo'] === 'cardOnFile') {
    // That card is the customer's own.
    faults.push({ field: 'payeeWho', code: 'choice-unknown', step: at('payeeWho') });
  }
  for (const [field, code] of [
    ['payeeReason', 'required'],
    ['payeeProof', 'photos-none'],
  ] as const) {
    const value = relevant[field];
    const isThere = value !== undefined && value !== '' && value !== 'none';
    if (!isThere) faults.push({ field, code, step: at(field) });
  }
  return faults;
}
