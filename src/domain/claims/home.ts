import { defineFlow } from '../flow/define-flow.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import { amountStep, helpfulPaper, paper, papersStep, totalField } from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';
import { statementAsked, statementFields } from './statement.ts';

/** Damage to a home or to what is in it. */
export const home = defineFlow({
  id: 'home',
  version: 1,
  fields: {
    ...statementFields,
    homeHow: {
      kind: 'choice',
      options: ['water', 'fire', 'weather', 'theft', 'broken', 'other'],
    },
    homeOn: { kind: 'date', notAfter: 'today', isEventDay: true },
    canStay: { kind: 'yesNo', allowUnknown: true },
    homePhotos: paper(12),
    policePhotos: paper(4, (a) => a.homeHow === 'theft' || a.homeHow === 'fire'),
    ownerPhotos: paper(4),
    lossPhotos: helpfulPaper(12),
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({
      matterWhat: ['homeHow', 'homeOn'],
      matterConsents: ['bankConsent'],
    }),
  },
  steps: [
    { id: 'how', section: 'event', ask: ['homeHow', ...statementAsked] },
    { id: 'day', section: 'event', ask: ['homeOn'] },
    { id: 'stay', section: 'event', ask: ['canStay'] },
    papersStep('homePhotos', 'policePhotos', 'ownerPhotos', 'lossPhotos'),
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [],
});
