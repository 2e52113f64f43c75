import { isAboutOther } from '#domain/claims/insured.ts';
import { insuredsOf, SELF, type InsuredPerson } from '#domain/policies/terms.ts';
import { eventDayOf, payablePolicies, type Cover } from '#domain/policies/payable.ts';
import type { Answers, Flow } from '#domain/flow/types.ts';
import type { ValidationContext } from '#domain/flow/validate.ts';
import type { Parts } from '../../parts.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { FiledEvent } from '../../store/filed-events.ts';
import { maskPhone, standingOf } from '../customer-view.ts';

/** Whom this customer may claim for in this kind of claim. */
export function insuredsFor(customer: CustomerRecord, flow: Flow): readonly InsuredPerson[] {
  const name = customer.profile?.name ?? maskPhone(customer.phone);
  return insuredsOf(customer.profile?.policies ?? [], name, isAboutOther(flow));
}

/** What answers are judged by on the server: its own day, whom the customer may claim for, and that person's birth. */
export function claimContext(
  parts: Pick<Parts, 'clock'>,
  customer: CustomerRecord,
  flow: Flow,
  answers: Answers,
): ValidationContext {
  const { today, bornOn } = standingOf(parts, customer);
  const insureds = insuredsFor(customer, flow);
  const { insured = SELF } = answers;
  // What happened to somebody else is no matter of the customer's own birth.
  const born = insured === SELF ? bornOn : insureds.find(({ id }) => id === insured)?.bornOn;
  return { today, bornOn: born, insureds: insureds.map(({ id }) => id) };
}

/** Whom and which day the answers are about, as far as they say. */
function eventOf(flow: Flow, answers: Answers) {
  const insuredId = typeof answers['insured'] === 'string' ? answers['insured'] : undefined;
  return { flow: flow.id, insuredId, day: eventDayOf(flow, answers) };
}

/** The policies that pay for what these answers tell, and those whose days do not hold it (C2). */
export function coverOf(customer: CustomerRecord, flow: Flow, answers: Answers): Cover {
  const { profile } = customer;
  return payablePolicies(profile?.policies ?? [], eventOf(flow, answers), profile?.name);
}

/** The event as somebody else of the family would file it; nothing where person or day are not known. */
export function filedEventOf(
  customer: CustomerRecord,
  flow: Flow,
  answers: Answers,
): FiledEvent | undefined {
  const { insuredId, day } = eventOf(flow, answers);
  const person = insuredsFor(customer, flow).find(({ id }) => id === insuredId);
  const { profile } = customer;
  if (!day || !person || !profile) return undefined;
  const bornOn = person.bornOn ?? (person.id === SELF ? profile.bornOn : undefined);
  const key = person.id === SELF ? `ref:${profile.ref}` : `id:${person.id}`;
  return { person: bornOn ? `${person.name}|${bornOn}` : key, flow: flow.id, day };
}
