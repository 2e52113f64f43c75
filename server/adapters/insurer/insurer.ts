import type { Branch } from '#domain/api/branch.ts';

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
}

export interface InsurerPolicy {
  id: string;
  product: string;
  /** Kinds of claims (flow ids) that it pays for. */
  pays: readonly string[];
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
}

export class InsurerUnavailableError extends Error {
  override name = 'InsurerUnavailableError';
}
