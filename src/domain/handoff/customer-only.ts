import type { FieldKind, Flow } from '../flow/types.ts';

/** Kinds that only the customer fills: a yes of their own, their card, their own words, their photos. */
const ownKinds: readonly FieldKind[] = ['consent', 'matter', 'bankCard', 'statement', 'photos'];

/** The section of a claim that says who is paid and how. */
const PAYEE_SECTION = 'payee';

/**
 * Fields of a claim that staff may neither fill nor propose (不得违规代替客户操作): consents, key matters, the payee and
 * the account, own words and photos.
 */
export function customerOnlyFields(flow: Flow): readonly string[] {
  const payee = flow.steps
    .filter((step) => step.section === PAYEE_SECTION)
    .flatMap((step) => step.ask);
  return Object.entries(flow.fields)
    .filter(([field, spec]) => payee.includes(field) || ownKinds.includes(spec.kind))
    .map(([field]) => field);
}
