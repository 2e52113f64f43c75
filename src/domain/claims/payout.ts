import type { FieldSpec, Step } from '../flow/types.ts';

/** Who is paid and how: the same questions at the end of every claim for money. */
export const payoutFields = {
  payoutTo: { kind: 'choice', options: ['cardOnFile', 'newCard', 'counter'] },
  bankConsent: { kind: 'consent', consent: 'bank-data', version: 1 },
  payeeName: { kind: 'personName' },
  payeeCard: { kind: 'bankCard' },
} as const satisfies Record<string, FieldSpec>;

export const payoutSteps: readonly Step[] = [
  { id: 'payout', section: 'payee', ask: ['payoutTo'], needs: 'customer' },
  {
    id: 'bank-consent',
    section: 'payee',
    ask: ['bankConsent'],
    when: (a) => a.payoutTo === 'newCard',
  },
  { id: 'payee-name', section: 'payee', ask: ['payeeName'], when: (a) => a.bankConsent === true },
  { id: 'payee-card', section: 'payee', ask: ['payeeCard'], when: (a) => a.bankConsent === true },
];
