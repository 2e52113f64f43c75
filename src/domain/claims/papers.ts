import type { FieldSpec, Step } from '../flow/types.ts';

/** Consent to health papers stands apart and before them (P-29); then the invoice and what it comes to. */
export const invoiceFields = {
  healthConsent: { kind: 'consent', consent: 'health-data', version: 1 },
  invoicePhotos: { kind: 'photos', max: 20 },
  amountFen: { kind: 'amount', maxFen: 1_000_000_000, allowUnknown: true },
} as const satisfies Record<string, FieldSpec>;

export const invoiceSteps: readonly Step[] = [
  { id: 'health-consent', section: 'papers', ask: ['healthConsent'] },
  { id: 'invoice', section: 'papers', ask: ['invoicePhotos'] },
  { id: 'amount', section: 'papers', ask: ['amountFen'] },
];
