import type { Insured } from '../api/policy.ts';

/** The insured person who is the customer: what an answer of kind `insured` holds for "myself". */
export const SELF = 'self';

/** A person whom a policy insures, as the insurer names them. */
export interface InsuredPerson extends Insured {
  /** `YYYY-MM-DD` */
  bornOn?: string;
}

/** What a policy says about when it pays. Everything but the first three may be unknown. */
export interface PolicyTerms {
  id: string;
  /** Key of its name in `locales/<lng>/policies.json`; one without words there is called a policy. */
  product: string;
  /** Kinds of claims (flow ids) that it pays for. */
  pays: readonly string[];
  /** Whom it insures; absent: the customer. */
  insured?: readonly InsuredPerson[];
  /** First and last day of cover, both `YYYY-MM-DD` and both covered; absent: not limited on that side. */
  from?: string;
  to?: string;
  /** Most that it pays for one event, 分. */
  limitFen?: number;
}

const self = (name: string): InsuredPerson => ({ id: SELF, name, relation: 'self' });

/** Whom a policy insures. The customer is `SELF` in every policy, whatever the insurer's own id of them is. */
export function personsOf(terms: PolicyTerms, customerName: string): readonly InsuredPerson[] {
  if (!terms.insured || terms.insured.length === 0) return [self(customerName)];
  return terms.insured.map((person) =>
    person.relation === 'self' ? { ...person, id: SELF } : person,
  );
}

/**
 * Whom a customer may claim for: themself first, then whoever one of their policies names, each once. Who has died
 * does not file: for a death the customer is not among them.
 * @param isAboutOther the claim is about somebody else in every case
 */
export function insuredsOf(
  policies: readonly PolicyTerms[],
  customerName: string,
  isAboutOther = false,
): readonly InsuredPerson[] {
  const found = new Map<string, InsuredPerson>([[SELF, self(customerName)]]);
  for (const person of policies.flatMap((terms) => personsOf(terms, customerName))) {
    if (!found.has(person.id) || person.id === SELF) found.set(person.id, person);
  }
  if (isAboutOther) found.delete(SELF);
  return [...found.values()];
}
