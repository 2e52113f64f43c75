import type { Answers, FieldSpec, Step } from '../flow/types.ts';

/** Consent to papers about somebody's health stands apart and before them (P-29). */
export const healthConsentFields = {
  healthConsent: { kind: 'consent', consent: 'health-data', version: 1 },
} as const satisfies Record<string, FieldSpec>;
export const healthConsentStep: Step = {
  id: 'health-consent',
  section: 'papers',
  ask: ['healthConsent'],
};

/**
 * The papers of a claim as they stand on one page (C3): the whole list before the first photo, and each may come to us
 * another way (E5). What is asked for later must be on it (L-22).
 */
export const papersStep = (...ask: readonly string[]): Step => ({
  id: 'papers',
  section: 'papers',
  screen: 'papers',
  ask,
});

/** A paper that the insurer needs; "I do not have it" is an answer (C4). */
export const paper = (max: number, when?: (answers: Answers) => boolean) =>
  ({ kind: 'photos', max, hasWays: true, ...(when && { when }) }) as const satisfies FieldSpec;

/** A paper that helps where it is there, and is not missed where it is not. */
export const helpfulPaper = (max: number, when?: (answers: Answers) => boolean) =>
  ({ ...paper(max, when), isOptional: true }) as const satisfies FieldSpec;

/** What the invoices come to: read from them where that is possible. 分. */
export const totalField = {
  kind: 'amount',
  maxFen: 1_000_000_000,
  allowUnknown: true,
  fact: 'totalFen',
} as const satisfies FieldSpec;
export const amountStep: Step = { id: 'amount', section: 'event', ask: ['amountFen'] };
