import { defineFlow } from '../flow/define-flow.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import { amountStep, helpfulPaper, paper, papersStep, totalField } from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';
import { statementAsked, statementFields } from './statement.ts';

/** Damage to a car. */
export const car = defineFlow({
  id: 'car',
  version: 1,
  fields: {
    ...statementFields,
    carHow: {
      kind: 'choice',
      options: ['bump', 'scratch', 'glass', 'weather', 'theft', 'other'],
    },
    carOn: { kind: 'date', notAfter: 'today', isEventDay: true },
    someoneHurt: { kind: 'yesNo', allowUnknown: true },
    policeCame: { kind: 'yesNo', allowUnknown: true },
    carPhotos: paper(12),
    licencePhotos: paper(4),
    policePhotos: paper(4, (a) => a.policeCame === true || a.carHow === 'theft'),
    repairPhotos: helpfulPaper(6),
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({
      matterWhat: ['carHow', 'carOn', 'someoneHurt'],
      matterConsents: ['bankConsent'],
    }),
  },
  steps: [
    { id: 'how', section: 'event', ask: ['carHow', ...statementAsked] },
    { id: 'day', section: 'event', ask: ['carOn'] },
    { id: 'hurt', section: 'event', ask: ['someoneHurt'] },
    { id: 'police', section: 'event', ask: ['policeCame'] },
    papersStep('carPhotos', 'licencePhotos', 'policePhotos', 'repairPhotos'),
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [],
});
