import { defineFlow } from '../flow/define-flow.ts';
import { invoiceFields, invoiceSteps } from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';

/** A visit to a doctor without a stay. */
export const outpatient = defineFlow({
  id: 'outpatient',
  version: 1,
  fields: {
    cause: { kind: 'choice', options: ['illness', 'accident'] },
    visitedOn: { kind: 'date', notAfter: 'today' },
    ...invoiceFields,
    ...payoutFields,
  },
  steps: [
    { id: 'cause', section: 'event', ask: ['cause'] },
    { id: 'visit', section: 'event', ask: ['visitedOn'] },
    ...invoiceSteps,
    ...payoutSteps,
  ],
  migrations: [],
});
