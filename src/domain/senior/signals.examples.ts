import fc from 'fast-check';
import type { BehaviourSummary } from './behaviour.ts';
import type { Situation } from './estimate.ts';
import type { SessionFacts } from './signals.ts';

/** Everything that may be handed in, nonsense included: for property tests. */
const numbers = fc.oneof(
  fc.double({ min: 0.8, max: 2 }),
  fc.constantFrom(NaN, 0, -1, 140, Infinity, -Infinity, 1.4),
);
const counts = fc.dictionary(
  fc.constantFrom('first', 'second', 'constructor'),
  fc.oneof(fc.nat(9), fc.constantFrom(NaN, -3, Infinity)),
);
const age = fc.constantFrom('under60', '60to79', '80plus', 'unknown');

export const anySituation: fc.Arbitrary<Situation> = fc.record(
  {
    ownTextScale: numbers,
    ignoresHostText: fc.boolean(),
    textScales: fc.record(
      { wechat: numbers, 'applied-zoom': numbers, 'ios-adjust': numbers, shell: numbers },
      { requiredKeys: [] },
    ),
    isCareMode: fc.boolean(),
    wantsContrast: fc.boolean(),
    links: fc.uniqueArray(fc.constantFrom('staff', 'hotline', 'qr')),
    operatorAge: age,
    insuredAge: age,
  },
  { requiredKeys: [] },
);

export const anyBehaviour: fc.Arbitrary<BehaviourSummary> = fc.record({
  nearMisses: counts,
  errors: counts,
  visits: counts,
  pinches: fc.oneof(fc.nat(9), fc.constantFrom(NaN, -3, Infinity)),
  idleMs: fc.oneof(fc.nat(600_000), fc.constantFrom(NaN, -3, Infinity)),
});

export const anySession: fc.Arbitrary<SessionFacts> = fc.record(
  {
    isStart: fc.boolean(),
    hasTyped: fc.boolean(),
    isAtStepBoundary: fc.boolean(),
    mode: fc.constantFrom('standard', 'senior'),
    isAutomatic: fc.boolean(),
    leanedSenior: fc.boolean(),
    hasSeenChooser: fc.boolean(),
    offersThisSession: fc.nat(2),
    offersEver: fc.nat(3),
    daysSinceNo: fc.nat(200),
  },
  {
    requiredKeys: [
      'isStart',
      'hasTyped',
      'isAtStepBoundary',
      'mode',
      'isAutomatic',
      'leanedSenior',
      'hasSeenChooser',
      'offersThisSession',
      'offersEver',
    ],
  },
);
