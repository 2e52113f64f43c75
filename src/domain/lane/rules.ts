/**
 * Limits, promises and legal clocks as data. Each result stores `version`, so that it can be explained later.
 * An insurer replaces this table; code never names a figure. `sources` says where each figure comes from: an id of
 * the law or guide, or `own` for a service target that an insurer sets for itself.
 */
export interface LaneRules {
  version: string;
  sources: Readonly<Record<Exclude<keyof LaneRules, 'version' | 'sources'>, string>>;
  /** Age from which a claim is worked first, full years. Age may only speed up. */
  firstFromAge: number;
  /** Per kind of claim, 分: up to this it takes the green lane. A kind that is not here always ends with a person. */
  smallClaimFen: Readonly<Record<string, number>>;
  /** Hours until we promise an answer, per kind of claim and lane (G2). Where a person is needed, working days count. */
  promiseHours: Readonly<Record<string, Readonly<Record<Lane, number>>>>;
  /** Hours until another person has looked again (C10); working days count. */
  reviewHours: number;
  /** Part of a promise after which it is raised by itself (G3). */
  raiseAt: number;
  /** Days to decide a complex claim, to the end of the last one. */
  decideDays: number;
  /** Days after which an undecided claim is raised, on the way to `decideDays`. */
  decideAlertDays: readonly number[];
  /** Days to pay after agreement. */
  payDays: number;
  /** Days to tell a refusal with its reasons. */
  tellRefusalDays: number;
  /** Days after which what can be fixed is paid ahead, where the whole amount is still open. */
  prepayDays: number;
  /** Minutes in which a claim may be taken back without a reason. */
  withdrawMinutes: number;
  /** Hours that money waits before it goes to an account that is not the one on file (P4). */
  payoutHoldHours: number;
  /** Seconds after which a complete claim is assessed: long enough that nobody is decided upon while still reading. */
  assessAfterSeconds: number;
  /** Least number of characters in which a refusal is explained, and its clause named. */
  plainWordsMin: number;
  clauseMin: number;
  /** When the people in charge of claims are reached, where nothing else is said of one of them. */
  serviceHours: string;
}

export type Lane = 'green' | 'priority' | 'standard';

/** Personal medical expenses, and damage to a car: 保险小额理赔服务指引(试行) 2015. */
const SMALL_MEDICAL_FEN = 300_000;
const SMALL_CAR_FEN = 500_000;

export const laneRules: LaneRules = {
  version: '2026-11-22',
  sources: {
    firstFromAge: 'B-2',
    smallClaimFen: 'L-S1',
    promiseHours: 'L-R1',
    reviewHours: 'own',
    raiseAt: 'own',
    decideDays: 'L-23',
    decideAlertDays: 'L-23',
    payDays: 'L-23p',
    tellRefusalDays: 'L-24',
    prepayDays: 'L-25',
    withdrawMinutes: 'MS-2.6.1',
    payoutHoldHours: 'own',
    assessAfterSeconds: 'own',
    plainWordsMin: 'own',
    clauseMin: 'own',
    serviceHours: 'own',
  },
  firstFromAge: 60,
  smallClaimFen: {
    hospital: SMALL_MEDICAL_FEN,
    outpatient: SMALL_MEDICAL_FEN,
    accident: SMALL_MEDICAL_FEN,
    car: SMALL_CAR_FEN,
  },
  promiseHours: {
    hospital: { green: 24, priority: 48, standard: 120 },
    outpatient: { green: 24, priority: 24, standard: 72 },
    accident: { green: 24, priority: 48, standard: 120 },
    illness: { green: 24, priority: 72, standard: 240 },
    death: { green: 24, priority: 72, standard: 240 },
    car: { green: 24, priority: 48, standard: 120 },
    home: { green: 24, priority: 72, standard: 120 },
    other: { green: 24, priority: 24, standard: 72 },
  },
  reviewHours: 72,
  raiseAt: 0.8,
  decideDays: 30,
  decideAlertDays: [20, 27],
  payDays: 10,
  tellRefusalDays: 3,
  prepayDays: 60,
  withdrawMinutes: 10,
  payoutHoldHours: 24,
  assessAfterSeconds: 20,
  plainWordsMin: 15,
  clauseMin: 4,
  serviceHours: '09:00-17:30',
};
