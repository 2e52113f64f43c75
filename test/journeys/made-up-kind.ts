import { insuredFields, insuredSteps } from '#domain/claims/insured.ts';
import { kindWords, type KindWords } from '#domain/claims/kind-words.ts';
import { mattersStep, mattersWith } from '#domain/claims/matters.ts';
import { amountStep, helpfulPaper, paper, papersStep, totalField } from '#domain/claims/papers.ts';
import { payoutFields, payoutSteps } from '#domain/claims/payout.ts';
import { defineFlow } from '#domain/flow/define-flow.ts';
import type { Answers } from '#domain/flow/types.ts';
import { laneRules, type LaneRules } from '#domain/lane/rules.ts';

/**
 * A kind of claim that nobody sells: a journey that came to nothing. It is all that adding a kind takes, as data:
 * docs/adding-a-claim.md says where each part goes.
 */
export const travel = defineFlow({
  id: 'travel',
  version: 1,
  fields: {
    travelWhy: { kind: 'choice', options: ['late', 'cancelled', 'lost'] },
    travelOn: { kind: 'date', notAfter: 'today', isEventDay: true },
    ticketPhotos: paper(4),
    luggagePhotos: helpfulPaper(4, (a) => a.travelWhy === 'lost'),
    amountFen: totalField,
    ...insuredFields,
    ...payoutFields,
    ...mattersWith({ matterWhat: ['travelWhy', 'travelOn'], matterConsents: ['bankConsent'] }),
  },
  steps: [
    { id: 'why', section: 'event', ask: ['travelWhy'] },
    { id: 'day', section: 'event', ask: ['travelOn'] },
    papersStep('ticketPhotos', 'luggagePhotos'),
    amountStep,
    ...insuredSteps,
    ...payoutSteps,
    mattersStep,
  ],
  migrations: [],
});

/** Its row in the table of promises, and its limit for small claims. */
export const rulesWithTravel: LaneRules = {
  ...laneRules,
  smallClaimFen: { ...laneRules.smallClaimFen, travel: 100_000 },
  promiseHours: {
    ...laneRules.promiseHours,
    travel: { green: 24, priority: 48, standard: 72 },
  },
};

/** Its rows in the table of words that people say. */
export const wordsWithTravel: KindWords = {
  ...kindWords,
  kinds: { ...kindWords.kinds, travel: { 6: '航班 飞机 火车票 flight' } },
  answers: {
    ...kindWords.answers,
    travelWhy: [
      ['cancelled', '取消 cancelled'],
      ['late', '晚点 延误 late'],
      ['lost', '丢 lost'],
    ],
  },
};

/** All that one person answers. */
export const travelAnswers = {
  travelWhy: 'cancelled',
  travelOn: '2026-11-02',
  ticketPhotos: ['photo'],
  amountFen: 60_000,
  insured: 'self',
  payoutTo: 'counter',
  payeeWho: 'self',
} as const satisfies Answers;
