import type { Branch } from '#domain/api/branch.ts';
import type { PolicyTerms } from '#domain/policies/terms.ts';

/** What the insurer's core system knows and takes. One interface; demo data and HTTP behind it. */
export interface Insurer {
  readonly kind: 'demo' | 'http';
  /**
   * The customer of this phone, or nothing where the insurer knows none.
   * @throws InsurerUnavailableError when the insurer cannot be asked: the person is never sent away for that
   */
  findCustomer(phone: string): Promise<InsurerCustomer | undefined>;
  /** Branches with their aids. @throws InsurerUnavailableError */
  listBranches(): Promise<readonly Branch[]>;
  /** Hands a received claim over; the same claim id again has no second effect. @throws InsurerUnavailableError */
  deliverClaim(claim: DeliveredClaim): Promise<void>;
  /** A claim that was handed over was taken back by its customer; again has no second effect. @throws InsurerUnavailableError */
  recallClaim(claimId: string): Promise<void>;
  /**
   * The insurer's own word on a claim that our rules would approve without a person. It cannot refuse: what it does not
   * approve in full goes to a person (C9).
   * @throws InsurerUnavailableError
   */
  assess(claim: DeliveredClaim & { amountFen: number }): Promise<InsurerAssessment>;
  /**
   * Pays; the same order again has no second effect. `ready`: it lies ready for somebody to hand out or to look after.
   * @throws InsurerUnavailableError
   */
  pay(order: PayOrder): Promise<'paid' | 'ready'>;
}

export type InsurerAssessment = { outcome: 'approve'; amountFen: number } | { outcome: 'person' };

export interface PayOrder {
  id: string;
  claimId: string;
  number: string;
  customerRef?: string;
  amountFen: number;
  /** An option of the question how to be paid: `cardOnFile`, `newCard`, `passbook`, `counter`, `postalOrder`. */
  method: string;
  /** Answers about whom and where, as far as the method needs them. */
  payee: Readonly<Record<string, unknown>>;
}

export interface InsurerCustomer {
  /** The insurer's own id of the customer. */
  ref: string;
  name: string;
  /** `YYYY-MM-DD` */
  bornOn?: string;
  isInHardship: boolean;
  policies: readonly InsurerPolicy[];
  /** The account that the insurer already pays to. */
  cardOnFile?: { bank: string; lastFour: string };
  /** What earlier claims tell, the newest first: proposed again, never asked for again (F5). */
  earlierClaims?: readonly EarlierClaim[];
  /** Stays in hospital that the insurer has heard of by itself and nobody has claimed for yet (C5). */
  hospitalRecords?: readonly HospitalRecord[];
}

/** Product, kinds of claims that it pays for, insured persons, days of cover, limit. */
export type InsurerPolicy = PolicyTerms;

export interface EarlierClaim {
  /** Its kind: a flow's id. */
  flow: string;
  /** How it was paid: an option of the question how to be paid. */
  payout?: 'cardOnFile' | 'passbook' | 'counter' | 'postalOrder';
  hospital?: string;
}

export interface HospitalRecord {
  /** The insurer's own id of the record; one stay has one. */
  id: string;
  /** Of the insured persons of the policies; absent: the customer. */
  insuredId?: string;
  hospital: string;
  /** `YYYY-MM-DD`; not discharged yet where the second is absent. */
  admittedOn: string;
  dischargedOn?: string;
  totalFen?: number;
  cause?: 'illness' | 'accident';
}

export interface DeliveredClaim {
  id: string;
  number: string;
  customerRef?: string;
  flow: string;
  flowVersion: number;
  answers: Readonly<Record<string, unknown>>;
  lane: string;
  submittedAt: string;
  /** The policies that pay for it, all claimed at once. */
  policyIds?: readonly string[];
}

export class InsurerUnavailableError extends Error {
  override name = 'InsurerUnavailableError';
}
