/**
 * Limits, promises and legal clocks as data. Each result stores `version`, so that it can be explained later.
 * An insurer replaces this table; code never names a figure.
 */
export interface LaneRules {
  version: string;
  /** Age from which a claim is worked first, full years. 老年人权益保障法 Art. 2 (B-2). Age may only speed up. */
  firstFromAge: number;
  /** Medical claims up to this, in 分, take the green lane. 保险小额理赔服务指引(试行) 2015: 3,000 yuan (L-S1). */
  smallClaimFen: number;
  /** Hours until we promise an answer, per kind of claim and lane (G2). Own service targets. */
  promiseHours: Readonly<Record<string, Readonly<Record<Lane, number>>>>;
  /** Days to decide a complex claim. 保险法 Art. 23 (L-23). */
  decideDays: number;
  /** Days to pay after agreement. 保险法 Art. 23 (L-23p). */
  payDays: number;
  /** Minutes in which a claim may be taken back without a reason (MS-2.6.1). */
  withdrawMinutes: number;
}

export type Lane = 'green' | 'priority' | 'standard';

export const laneRules: LaneRules = {
  version: '2026-11-01',
  firstFromAge: 60,
  smallClaimFen: 300_000,
  promiseHours: {
    hospital: { green: 24, priority: 48, standard: 120 },
    outpatient: { green: 24, priority: 24, standard: 72 },
  },
  decideDays: 30,
  payDays: 10,
  withdrawMinutes: 10,
};
