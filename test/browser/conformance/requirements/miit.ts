import { chapter, gap, hand, test, walk, type Chapter } from './requirement.ts';

const browser = (name: string) => `test/browser/${name}.spec.ts`;

/** The two specifications of 2021: for apps (附件2) and for sites (附件1). Where they differ the stricter one is meant. */
export const miit: readonly Chapter[] = [
  chapter('App specification of 2021 (附件2)', [
    ['M-0', 'the senior version holds on every page', walk('each scene is opened in both modes')],
    [
      'M-1.1a',
      'at the largest step text of 30 px and more',
      walk(
        'font size of every text at step 5; the bar of reading aloud, whose words also stand in the settings, stays at 24',
      ),
    ],
    [
      'M-1.1b',
      'senior version: text of 18 px and more',
      walk('font size of every text in the senior mode'),
    ],
    ['M-1.2a', 'lines 1.3 apart; ours 1.5', walk('line height of paragraphs, list items, labels')],
    [
      'M-1.2b',
      'paragraphs 1.3 lines apart; ours 1.5',
      walk('gap between paragraphs that follow each other'),
    ],
    ['M-1.3a', 'text 4.5 : 1, large text 3 : 1', walk('colours as composited, own calculator')],
    ['M-1.3b', 'icons 4.5 : 1', walk('every line of every icon and picture')],
    [
      'M-1.4',
      'colour is never alone',
      test(
        'axe; a tick, a ring or a word beside each state',
        browser('claim-path'),
        browser('trouble'),
      ),
    ],
    [
      'M-1.5',
      'no captcha that needs one sense',
      test('a code by text message is the only check', browser('claim-path')),
    ],
    [
      'M-2.1a',
      'senior version: controls of 60 × 60 and more',
      walk('rectangle and what lies at centre and corners'),
    ],
    [
      'M-2.1b',
      'standard version: controls of 44 × 44 and more',
      walk('rectangle and what lies at centre and corners'),
    ],
    ['M-2.1c', 'senior home page: 48 × 48 and more', walk('contained in M-2.1a')],
    [
      'M-2.2',
      'no gesture of three fingers',
      test(
        'a whole claim by single taps, and by keyboard alone',
        browser('claim-path'),
        browser('keyboard-and-zoom'),
      ),
    ],
    [
      'M-2.3',
      'time enough; nothing changes before one is done',
      walk('half an hour without a touch on home, question and check page'),
    ],
    [
      'M-2.4',
      'a dialog closes by a large button at the bottom centre',
      walk('place and size of the close button'),
    ],
    [
      'M-3.1a',
      'the first visit is led to the senior version',
      test('the choice of two', browser('senior-choice')),
    ],
    [
      'M-3.1b',
      'a prominent entry at home and 长辈版 in the settings',
      test(
        'in sight at 360 × 640 without scrolling; found in the settings',
        browser('display'),
        browser('senior-choice'),
      ),
    ],
    [
      'M-3.1c',
      '长辈版 and its other names lead to the switch',
      test(
        'each name is searched for',
        browser('senior-choice'),
        'src/features/settings/find-settings.test.ts',
      ),
    ],
    ['M-4.1a', 'the page can be enlarged', walk('no limit in the viewport')],
    [
      'M-4.1b',
      'assistive tools work, also after a part changes',
      test(
        'axe on each page and state; claims by role and name',
        browser('claim-path'),
        browser('staff'),
        browser('pages'),
      ),
    ],
    [
      'M-5.1.1',
      'no advertisement, no window nobody asked for',
      walk('no dialog, no frame in any scene; none after half an hour'),
    ],
    [
      'M-5.1.2',
      'no button that lures to download or pay',
      hand('read the words of every new button'),
    ],
    [
      'M-5.2',
      'only the data that is needed',
      hand('compare each field with the purposes in 您的信息'),
    ],
  ]),
  chapter('Site specification of 2021 (附件1)', [
    [
      'MS-P1',
      'few elements, flat: a main task within three taps',
      test('home, kind of claim, first question', browser('claim-path')),
    ],
    [
      'MS-P2',
      'keyboard, and an extra-large pointer',
      gap('keyboard: test/browser/keyboard-and-zoom.spec.ts; there is no large pointer yet'),
    ],
    [
      'MS-P2m',
      'quick positioning, reading aloud',
      test('skip link, read aloud by one tap', browser('reading'), browser('keyboard-and-zoom')),
    ],
    [
      'MS-P3',
      'large text, contrast, reading aloud, a simple version',
      test('steps, contrast and mode hold on every page', browser('display'), browser('reading')),
    ],
    [
      'MS-1.2a',
      'reading aloud on pages of text, links too',
      test('voice of the phone, clips of the server, or the hotline', browser('reading')),
    ],
    [
      'MS-1.2.3a',
      'enlarging that needs no browser: 200 %',
      walk('five steps in two modes: 18 to 34 px, nothing cut; no caption bar'),
    ],
    ['MS-1.2.3b', 'large text of 18 px and more', walk('contained in M-1.1b')],
    ['MS-1.2b', 'a high-contrast theme', walk('contained in W-1.4.6')],
    ['MS-1.x', 'the focus is clear to see', walk('contained in W-2.4.13')],
    [
      'MS-1.4.3a',
      'a captcha can be enlarged twice',
      test('there is no captcha', browser('claim-path')),
    ],
    [
      'MS-1.4.3b',
      'a captcha that needs no eye',
      gap('the code comes by text message; a call that says it is not there yet'),
    ],
    [
      'MS-1.4.4',
      'a code’s time is told and can be had again',
      gap(
        'a new code any time by one button; the end of its five minutes is not told before it comes',
      ),
    ],
    [
      'MS-2.3',
      'media controls by keyboard',
      test('the buttons of reading are buttons', browser('reading')),
    ],
    ['MS-2.4.1', 'no advertisement', walk('contained in M-5.1.1')],
    ['MS-2.4.2', 'no luring button', hand('as M-5.1.2')],
    [
      'MS-2.6.1',
      'what was sent can be taken back for ten minutes',
      test(
        'taken back at 9:59 with every answer, no more at 10:00',
        'test/server/claim-to-paid.test.ts',
        browser('claim-status'),
      ),
    ],
    [
      'MS-3.1.1',
      'no terms of the trade unexplained',
      test(
        'glossary and stop list over all words',
        'test/repo/plain-words.test.ts',
        browser('plain-words'),
      ),
    ],
    ['MS-3.1.2', 'the same order of back and on everywhere', hand('go through both claims once')],
    [
      'MS-3.1.3',
      'accepted names and signs',
      hand('show the home page to somebody who has not seen it'),
    ],
    [
      'MS-3.1.4',
      'what is going on is told; back on each step',
      test('states of sending, saving, photos', browser('trouble')),
    ],
    [
      'MS-4.1',
      'the usual systems and browsers',
      hand('a claim in Chrome, Edge, Firefox, Safari and WeChat on a phone'),
    ],
    ['MS-4.2.1', 'looks the same in them', hand('compare the pictures of docs/screens there')],
    [
      'MS-T',
      'toolbar: cross-hair, magnifier, caption bar',
      gap('customary, no clause found; not there yet'),
    ],
  ]),
];
