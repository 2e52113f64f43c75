import { chapter, misses, test, walk, type Chapter } from './requirement.ts';

/** What the law on finance and the elderly asks of every page, and stricter rules of our own. */
export const own: readonly Chapter[] = [
  chapter('A person on every page', [
    [
      'N-40c',
      'help on every page, in sight, opens a human channel',
      walk('one human control on every customer page'),
    ],
    ['H-1', 'a telephone number on every page', walk('a tel: link beside it')],
    [
      'B-39.2',
      'no dead end, no sign-in before a person',
      test('one tap from everywhere, without any script', 'test/browser/human-button.spec.ts'),
    ],
  ]),
  chapter('Our own, stricter', [
    ['D-90', 'main controls of the senior mode 90 px high', walk('rectangle')],
    ['D-gap', '12 px between what can be tapped', walk('distance of each pair')],
    [
      'D-forced',
      'the system’s own colours keep everything in sight',
      walk('contrast and edges with forced colours'),
    ],
    [
      'D-miss-mean',
      'an older finger misses at most 2 % on the average',
      misses('mean over the main controls of the senior mode'),
    ],
    ['D-miss-worst', 'and at most 8 % on any main control', misses('the worst in both modes')],
    [
      'D-miss-danger',
      'and hits what takes something away at most 0.5 %',
      misses('the worst in both modes'),
    ],
  ]),
];
