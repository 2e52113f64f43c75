import { OTHER_INSURED } from '../flow/validate.ts';
import type { FieldSpec, Flow, Step } from '../flow/types.ts';

/** For whom: found from the customer's policies, with no number typed (C2); whom none names goes to a person. */
export const insuredFields = {
  insured: { kind: 'insured', fact: 'insured' },
  insuredName: { kind: 'personName', allowUnknown: true },
} as const satisfies Record<string, FieldSpec>;

/** True for a kind that the customer files about somebody else and never about themself. */
export const isAboutOther = (flow: Pick<Flow, 'fields'>): boolean =>
  Object.values(flow.fields).some((spec) => spec.kind === 'insured' && spec.isNotSelf === true);

export const insuredSteps: readonly Step[] = [
  { id: 'insured', section: 'person', ask: ['insured'], needs: 'customer' },
  {
    id: 'insured-name',
    section: 'person',
    ask: ['insuredName'],
    when: (a) => a.insured === OTHER_INSURED,
  },
];
