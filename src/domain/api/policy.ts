/** Somebody whose policy the customer may claim on: themself, or a person whom one of their policies names. */
export interface Insured {
  /** What an answer of kind `insured` holds. */
  id: string;
  name: string;
  relation: 'self' | 'spouse' | 'parent' | 'child' | 'other';
}

/** A policy that pays for the event in hand, said in plain words: no number of it is ever asked (C2). */
export interface PayablePolicy {
  id: string;
  /** Key of its name in `locales/<lng>/policies.json`: `health`, `hospital-cash` … */
  product: string;
  insuredId: string;
  /** Most that it pays for such an event, 分; absent where the contract knows no sum. */
  limitFen?: number;
}

/** A policy of the right kind and person that does not pay for this event, and why (F5: plain, and never a dead end). */
export interface NotPaying {
  id: string;
  product: string;
  insuredId: string;
  /** Words: `policies.json` under `notPaying.<why>`. */
  why: 'lapsed' | 'not-yet';
  /** Its last day, or its first, `YYYY-MM-DD`. */
  day: string;
}
