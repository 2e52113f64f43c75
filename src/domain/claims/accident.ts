import { defineFlow } from '../flow/define-flow.ts';
import type { Answers } from '../flow/types.ts';
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
import { statementAsked, statementFields } from './statement.ts';

const isTraffic = (a: Answers) => a.accidentHow === 'traffic';
const isNotTraffic = (a: Answers) => !isTraffic(a);

/** An accident: what it cost, and whether it leaves lasting harm. */
export const accident = defineFlow({
  id: 'accident',
  version: 1,
  fields: {
    ...statementFields,
    accidentHow: { kind: 'choice', options: ['fall', 'traffic', 'hit', 'burn', 'other'] },
    accidentOn: { kind: 'date', notAfter: 'today', isEventDay: true },
    stayed: { kind: 'yesNo' },
    lastingHarm: { kind: 'yesNo', allowUnknown: true, allowLater: true },
    ...healthConsentFields,
    invoicePhotos: paper(20),
    recordPhotos: paper(6),
    dischargePhotos: paper(4, (a) => a.stayed === true),
    trafficPhotos: paper(4, isTraffic),
    accidentPhotos: helpfulPaper(6, isNotTraffic),
    disabilityPhotos: paper(6, (a) => a.lastingHarm === true),
    costListPhotos: helpfulPaper(20),
    visitedOn: {
      kind: 'date',
      notAfter: 'today',
      notBefore: 'accidentOn',
      beforeCode: 'date-before-accident',
      allowUnknown: true,
      fact: 'visitedOn',
    },
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({ matterWhat: ['accidentHow', 'accidentOn', 'visitedOn'] }),
  },
  steps: [
    { id: 'how', section: 'event', ask: ['accidentHow', ...statementAsked] },
    { id: 'accident-day', section: 'event', ask: ['accidentOn'] },
    { id: 'stay', section: 'event', ask: ['stayed'] },
    { id: 'lasting-harm', section: 'event', ask: ['lastingHarm'] },
    healthConsentStep,
    papersStep(
      'invoicePhotos',
      'recordPhotos',
      'dischargePhotos',
      'trafficPhotos',
      'accidentPhotos',
      'disabilityPhotos',
      'costListPhotos',
    ),
    { id: 'visit', section: 'event', ask: ['visitedOn'] },
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [],
});
