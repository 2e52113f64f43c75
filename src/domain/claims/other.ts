import { defineFlow } from '../flow/define-flow.ts';
import { insuredFields, insuredSteps } from './insured.ts';
import { mattersStep, mattersWith } from './matters.ts';
import { healthConsentFields, healthConsentStep, helpfulPaper, papersStep } from './papers.ts';
import { statementAsked, statementFields } from './statement.ts';

/**
 * Whatever fits no other kind: a few words in the customer's own way, then a person comes back to them. Nothing is asked
 * about money, because what is paid is not known yet.
 */
export const other = defineFlow({
  id: 'other',
  version: 1,
  fields: {
    ...statementFields,
    whatHappened: { kind: 'text', maxLength: 500 },
    happenedOn: { kind: 'date', notAfter: 'today', allowUnknown: true, isEventDay: true },
    ...healthConsentFields,
    otherPhotos: helpfulPaper(12),
    ...insuredFields,
    contactBy: { kind: 'choice', options: ['call', 'visit', 'branch'] },
    ...mattersWith({
      matterWhat: ['whatHappened', 'happenedOn'],
      matterHowMuch: [],
      matterPayee: [],
      matterConsents: ['healthConsent'],
    }),
  },
  steps: [
    { id: 'what', section: 'event', ask: ['whatHappened', ...statementAsked] },
    { id: 'day', section: 'event', ask: ['happenedOn'] },
    healthConsentStep,
    papersStep('otherPhotos'),
    ...insuredSteps,
    { id: 'contact', section: 'person', ask: ['contactBy'] },
    mattersStep,
  ],
  migrations: [],
});
