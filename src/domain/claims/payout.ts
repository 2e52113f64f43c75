import type { Answers, FieldSpec, Step } from '../flow/types.ts';
import { paper } from './papers.ts';

const isToOther = (a: Answers) => a.payeeWho === 'other';
const isToNewCard = (a: Answers) => a.bankConsent === true && a.payoutTo === 'newCard';
const isToAccount = (a: Answers) => a.payoutTo === 'newCard' || a.payoutTo === 'passbook';

/**
 * Who is paid and how (C11): the same questions at the end of every claim for money. The known card needs no further
 * one. Somebody else is paid only with a reason and a proof; account data only after a consent of its own (P-29).
 */
export const payoutFields = {
  payoutTo: {
    kind: 'choice',
    options: ['cardOnFile', 'newCard', 'passbook', 'counter', 'postalOrder'],
    fact: 'payout',
  },
  payeeWho: { kind: 'choice', options: ['self', 'other'] },
  payeeReason: { kind: 'choice', options: ['guardian', 'entrusted'] },
  otherPayeeName: { kind: 'personName' },
  otherPayeeId: { kind: 'idNumber', allowLater: true },
  payeeProof: paper(4),
  bankConsent: { kind: 'consent', consent: 'bank-data', version: 2 },
  payeeName: { kind: 'personName', fact: 'name' },
  /** Read from the photo, so that nobody needs to type it; without one it is typed. */
  cardPhotos: { kind: 'photos', max: 2, isOptional: true },
  payeeCard: { kind: 'bankCard', fact: 'cardNumber' },
  bookPhotos: paper(2),
  postalAddress: { kind: 'text', maxLength: 200, fact: 'address' },
} as const satisfies Record<string, FieldSpec>;

export const payoutSteps: readonly Step[] = [
  { id: 'payout', section: 'payee', ask: ['payoutTo'], needs: 'customer' },
  {
    id: 'payee-who',
    section: 'payee',
    ask: ['payeeWho'],
    when: (a) => a.payoutTo !== undefined && a.payoutTo !== 'cardOnFile',
  },
  { id: 'payee-reason', section: 'payee', ask: ['payeeReason'], when: isToOther },
  { id: 'other-payee-name', section: 'payee', ask: ['otherPayeeName'], when: isToOther },
  { id: 'other-payee-id', section: 'payee', ask: ['otherPayeeId'], when: isToOther },
  { id: 'payee-proof', section: 'payee', ask: ['payeeProof'], when: isToOther },
  { id: 'bank-consent', section: 'payee', ask: ['bankConsent'], when: isToAccount },
  {
    id: 'payee-name',
    section: 'payee',
    ask: ['payeeName'],
    when: (a) => a.payeeWho === 'self' && (a.bankConsent === true || a.payoutTo === 'postalOrder'),
  },
  { id: 'card-photos', section: 'payee', ask: ['cardPhotos'], when: isToNewCard },
  { id: 'payee-card', section: 'payee', ask: ['payeeCard'], when: isToNewCard },
  {
    id: 'book-photos',
    section: 'payee',
    ask: ['bookPhotos'],
    when: (a) => a.bankConsent === true && a.payoutTo === 'passbook',
  },
  {
    id: 'postal-address',
    section: 'payee',
    ask: ['postalAddress'],
    when: (a) => a.payoutTo === 'postalOrder',
  },
];

/** What the key matter about the payee puts before the customer. */
export const payeeShown = [
  'payoutTo',
  'payeeWho',
  'payeeReason',
  'otherPayeeName',
  'payeeName',
  'payeeCard',
  'bookPhotos',
  'postalAddress',
] as const satisfies readonly (keyof typeof payoutFields)[];
