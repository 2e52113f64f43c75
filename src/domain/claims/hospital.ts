import { defineFlow } from '../flow/define-flow.ts';
import type { Answers } from '../flow/types.ts';
import { causeFields, causeSteps, isByAccident } from './cause.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import { paidToSelf } from './from-version-1.ts';
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

const isHome = (a: Answers) => a.discharged === true;

/** A hospital stay. */
export const hospital = defineFlow({
  id: 'hospital',
  version: 2,
  fields: {
    ...causeFields,
    discharged: { kind: 'yesNo', fact: 'discharged' },
    ...healthConsentFields,
    invoicePhotos: paper(20),
    dischargePhotos: paper(4, isHome),
    costListPhotos: helpfulPaper(20),
    accidentPhotos: helpfulPaper(6, isByAccident),
    admittedOn: {
      kind: 'date',
      notAfter: 'today',
      notBefore: 'accidentOn',
      beforeCode: 'date-before-accident',
      isEventDay: true,
      fact: 'admittedOn',
    },
    dischargedOn: {
      kind: 'date',
      notAfter: 'today',
      notBefore: 'admittedOn',
      beforeCode: 'date-before-admission',
      fact: 'dischargedOn',
    },
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({
      matterWhat: ['cause', 'accidentOn', 'admittedOn', 'discharged', 'dischargedOn'],
    }),
  },
  steps: [
    ...causeSteps,
    { id: 'discharge', section: 'event', ask: ['discharged'] },
    healthConsentStep,
    papersStep('invoicePhotos', 'dischargePhotos', 'costListPhotos', 'accidentPhotos'),
    { id: 'admission', section: 'event', ask: ['admittedOn'] },
    { id: 'discharge-date', section: 'event', ask: ['dischargedOn'], when: isHome },
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [paidToSelf],
});
