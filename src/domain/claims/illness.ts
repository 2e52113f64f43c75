import { defineFlow } from '../flow/define-flow.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import {
  healthConsentFields,
  healthConsentStep,
  helpfulPaper,
  paper,
  papersStep,
} from './papers.ts';
import { payoutFields, payoutSteps } from './payout.ts';
import { statementAsked, statementFields } from './statement.ts';

/** A serious illness: the contract pays a fixed sum, so no amount is asked. */
export const illness = defineFlow({
  id: 'illness',
  version: 1,
  fields: {
    ...statementFields,
    illnessKind: {
      kind: 'choice',
      options: ['cancer', 'heart', 'stroke', 'kidney', 'other'],
      allowUnknown: true,
    },
    ...healthConsentFields,
    diagnosisPhotos: paper(6),
    pathologyPhotos: paper(6, (a) => a.illnessKind === 'cancer'),
    recordPhotos: helpfulPaper(12),
    diagnosedOn: {
      kind: 'date',
      notAfter: 'today',
      allowUnknown: true,
      isEventDay: true,
      fact: 'diagnosedOn',
    },
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({ matterWhat: ['illnessKind', 'diagnosedOn'], matterHowMuch: [] }),
  },
  steps: [
    { id: 'illness', section: 'event', ask: ['illnessKind', ...statementAsked] },
    healthConsentStep,
    papersStep('diagnosisPhotos', 'pathologyPhotos', 'recordPhotos'),
    { id: 'diagnosis-day', section: 'event', ask: ['diagnosedOn'] },
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [],
});
