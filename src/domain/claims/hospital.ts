import { defineFlow } from '../flow/define-flow.ts';
import { invoiceFields, invoiceSteps } from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';

/** A hospital stay. */
export const hospital = defineFlow({
  id: 'hospital',
  version: 1,
  fields: {
    cause: { kind: 'choice', options: ['illness', 'accident'] },
    admittedOn: { kind: 'date', notAfter: 'today' },
    discharged: { kind: 'yesNo' },
    dischargedOn: { kind: 'date', notAfter: 'today', notBefore: 'admittedOn' },
    ...invoiceFields,
    ...payoutFields,
  },
  steps: [
    { id: 'cause', section: 'event', ask: ['cause'] },
    { id: 'admission', section: 'event', ask: ['admittedOn'] },
    { id: 'discharge', section: 'event', ask: ['discharged'] },
    {
      id: 'discharge-date',
      section: 'event',
      ask: ['dischargedOn'],
      when: (a) => a.discharged === true,
    },
    ...invoiceSteps,
    ...payoutSteps,
  ],
  migrations: [],
});
