import { defineFlow } from '../flow/define-flow.ts';
import { causeFields, causeSteps, isByAccident } from './cause.ts';
import { paidToSelf } from './from-version-1.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import {
  amountStep,
  healthConsentFields,
  healthConsentStep,
  helpfulPaper,
  paper,
  papersStep,
  totalField,
} from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';

/** A visit to a doctor without a stay. */
export const outpatient = defineFlow({
  id: 'outpatient',
  version: 2,
  fields: {
    ...causeFields,
    ...healthConsentFields,
    invoicePhotos: paper(20),
    recordPhotos: helpfulPaper(6),
    accidentPhotos: helpfulPaper(6, isByAccident),
    visitedOn: {
      kind: 'date',
      notAfter: 'today',
      notBefore: 'accidentOn',
      beforeCode: 'date-before-accident',
      isEventDay: true,
      fact: 'visitedOn',
    },
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({ matterWhat: ['cause', 'accidentOn', 'visitedOn'] }),
  },
  steps: [
    ...causeSteps,
    healthConsentStep,
    papersStep('invoicePhotos', 'recordPhotos', 'accidentPhotos'),
    { id: 'visit', section: 'event', ask: ['visitedOn'] },
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [paidToSelf],
});
