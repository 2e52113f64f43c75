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
import { payeeShown, payoutFields, payoutSteps } from './payout.ts';
import { statementAsked, statementFields } from './statement.ts';

// The heir's own name is asked once, and the payee's is the same (W-3.3.7).
const { payeeName: _asked, ...heirPayoutFields } = payoutFields;
const heirPayoutSteps = payoutSteps.filter((step) => step.id !== 'payee-name');

/** Somebody insured has died; one of the heirs files. */
export const death = defineFlow({
  id: 'death',
  version: 1,
  needsSkill: true,
  fields: {
    ...statementFields,
    deathCause: { kind: 'choice', options: ['illness', 'accident'], allowUnknown: true },
    relation: { kind: 'choice', options: ['spouse', 'child', 'parent', 'other'] },
    isNamed: { kind: 'yesNo', allowUnknown: true },
    otherHeirs: { kind: 'yesNo', allowUnknown: true, allowLater: true },
    ...healthConsentFields,
    deathPhotos: paper(4),
    cancelPhotos: paper(2),
    relationPhotos: paper(6),
    heirIdPhotos: paper(2),
    accidentPhotos: helpfulPaper(6, (a) => a.deathCause === 'accident'),
    diedOn: { kind: 'date', notAfter: 'today', isEventDay: true, fact: 'diedOn' },
    ...insuredFields,
    insured: { ...insuredFields.insured, isNotSelf: true },
    heirName: { kind: 'personName', fact: 'name' },
    heirId: { kind: 'idNumber', allowLater: true, fact: 'idNumber' },
    ...heirPayoutFields,
    ...mattersWith({
      matterWhat: ['diedOn', 'deathCause'],
      matterWhom: ['insured', 'insuredName', 'relation'],
      matterHowMuch: [],
      matterPayee: ['heirName', 'heirId', ...payeeShown.filter((field) => field !== 'payeeName')],
    }),
  },
  steps: [
    { id: 'relation', section: 'event', ask: ['relation', ...statementAsked] },
    { id: 'cause', section: 'event', ask: ['deathCause'] },
    { id: 'named', section: 'event', ask: ['isNamed'] },
    {
      id: 'other-heirs',
      section: 'event',
      ask: ['otherHeirs'],
      when: (a) => a.isNamed !== undefined && a.isNamed !== true,
    },
    healthConsentStep,
    papersStep('deathPhotos', 'cancelPhotos', 'relationPhotos', 'heirIdPhotos', 'accidentPhotos'),
    { id: 'day', section: 'event', ask: ['diedOn'] },
    ...insuredSteps,
    { id: 'heir-name', section: 'person', ask: ['heirName'] },
    { id: 'heir-id', section: 'person', ask: ['heirId'] },
    ...heirPayoutSteps,
    mattersStep,
  ],
  migrations: [],
});
