import { chapter, hand, test, walk, type Chapter } from './requirement.ts';

const browser = (name: string) => `test/browser/${name}.spec.ts`;
const axe = (how = 'axe on every page and state') =>
  test(how, browser('pages'), browser('claim-path'), browser('staff'));

/** GB/T 37668-2019 as far as its clauses were seen, WCAG 2.2 A and AA with the AAA that we took on, WAI-AGE, WeChat. */
export const guidelines: readonly Chapter[] = [
  chapter('GB/T 37668-2019 (clauses that were seen)', [
    ['G-3.2.1.3', 'every control has a name', axe()],
    ['G-3.2.1.4', 'decoration is passed over', axe()],
    [
      'G-3.2.4.2',
      'nothing that fades is the only word',
      test('messages stay in the page until they are answered', browser('trouble')),
    ],
    [
      'G-3.3.2.2',
      'parts of one thing are one stop',
      test('a card is one link', 'src/ui/job-card/job-card.test.tsx'),
    ],
    [
      'G-3.3.3.6',
      'the order of focus',
      test('a claim from first to last by Tab', browser('keyboard-and-zoom')),
    ],
    [
      'G-3.3.4.2',
      'voice input for text',
      hand('the phone’s keyboard has a microphone: try it in each field'),
    ],
    ['G-3.5.1.2', 'what appears later works too', test('by role and name', browser('trouble'))],
  ]),
  chapter('WCAG 2.2 (AA, and the AAA marked ★)', [
    ['W-1.3.4', 'both ways to hold a phone', walk('640 × 360 and 844 × 390 among the windows')],
    [
      'W-1.3.5',
      'fields say what they are for',
      axe('autocomplete of telephone, code, name, card; axe'),
    ],
    ['W-1.4.3', 'text 4.5 : 1', walk('contained in M-1.3a')],
    [
      'W-1.4.4',
      'text twice as large, nothing lost',
      walk('no text is cut off or runs out of its control at any step'),
    ],
    ['W-1.4.6', '★ text 7 : 1, large 4.5 : 1', walk('senior mode and high contrast, composited')],
    [
      'W-1.4.8',
      '★ at most 40 characters a line, not justified',
      walk('width of each text block; lines and paragraphs as M-1.2'),
    ],
    [
      'W-1.4.10',
      'nothing scrolls sideways at 320 px',
      walk('width of the page and of each line of text, 320 to 1280 px'),
    ],
    ['W-1.4.11', 'edges of fields and marks 3 : 1', walk('border against what is around it')],
    [
      'W-1.4.12',
      'more room between letters and lines',
      walk('spacing as large as the clause says; nothing cut'),
    ],
    ['W-2.2.1', 'no time limit that cannot be had again', walk('contained in M-2.3')],
    ['W-2.2.3', '★ no timing', walk('contained in M-2.3')],
    ['W-2.2.4', '★ no interruption', walk('contained in M-5.1.1')],
    [
      'W-2.2.5',
      '★ signing in again loses nothing',
      test('answers are there after sign-in', browser('claim-path'), browser('trouble')),
    ],
    [
      'W-2.2.6',
      '★ a draft lives longer than 20 hours',
      test('kept until its session ends after a month', 'test/server/sign-in.test.ts'),
    ],
    ['W-2.4.8', '★ where one is', axe('the step of a claim; axe')],
    ['W-2.4.9', '★ a link makes sense alone', hand('read the list of links of each page')],
    ['W-2.4.10', '★ headings', walk('one main heading on each page')],
    ['W-2.4.11', 'focus is not hidden', walk('each stop: one of five points is seen')],
    [
      'W-2.4.12',
      '★ no part of the focus is hidden',
      walk('each stop in the senior mode: all five points'),
    ],
    [
      'W-2.4.13',
      '★ focus is a line of 2 px at 3 : 1',
      walk('each stop: outline, its width and its contrast'),
    ],
    ['W-2.5.1', 'one finger is enough', test('claims by single taps', browser('claim-path'))],
    [
      'W-2.5.2',
      'acts when the finger is lifted',
      test('react-aria’s press; the button’s own test', 'src/ui/button/button.test.tsx'),
    ],
    ['W-2.5.5', '★ targets of 44 px', walk('contained in M-2.1a and M-2.1b')],
    ['W-2.5.7', 'no dragging', test('claims by single taps', browser('claim-path'))],
    ['W-2.5.8', 'targets of 24 px', walk('contained in M-2.1b')],
    [
      'W-3.1.3',
      '★ unusual words are explained',
      walk(
        'terms in the running text of the senior pages have their gloss on the page; of all other words `test/repo/plain-words.test.ts`',
      ),
    ],
    [
      'W-3.1.5',
      '★ sentences of 25 characters and less',
      walk('each sentence of the senior pages as it stands there, numbers as one'),
    ],
    ['W-3.2.5', '★ nothing moves on by itself', walk('contained in M-2.3')],
    [
      'W-3.2.6',
      'help in the same place and order',
      walk('place, order and name of person and hotline on every customer page'),
    ],
    ['W-3.3.1', 'errors in words', test('summary and beside the field', browser('trouble'))],
    ['W-3.3.3', 'with what to do', test('summary and beside the field', browser('trouble'))],
    ['W-3.3.4', 'checked before it is sent', test('the check page', browser('claim-path'))],
    [
      'W-3.3.5',
      '★ help where one is',
      test(
        'a person on every page, terms explained',
        browser('human-button'),
        browser('plain-words'),
      ),
    ],
    [
      'W-3.3.6',
      '★ the same for all that is sent',
      test(
        'claims are checked and can be taken back; a visit is cancelled',
        'test/server/claim-to-paid.test.ts',
        'test/server/appointments.test.ts',
      ),
    ],
    [
      'W-3.3.7',
      'nothing is asked twice',
      test('walk of the questions', 'test/journeys/journeys.test.ts'),
    ],
    [
      'W-3.3.8',
      'sign-in without a memory test',
      test('a code that can be pasted', browser('claim-path')),
    ],
    ['W-3.3.9', '★ nor by pictures', test('no captcha', browser('claim-path'))],
    ['W-4.1.2', 'name, role, value', axe()],
    [
      'W-4.1.3',
      'messages are announced',
      test('roles of status and alert', browser('trouble'), browser('human-button')),
    ],
  ]),
  chapter('WAI-AGE', [
    ['A-1', 'large text to start with, a control for it', walk('contained in M-1.1b')],
    [
      'A-2',
      'no justified text, focus seen, labels tied',
      walk('contained in W-1.4.8 and W-2.4.13'),
    ],
    ['A-3', 'several captchas and a person', test('no captcha', browser('claim-path'))],
    ['A-4', 'few links, a way home', hand('look at each page: is the next thing clear?')],
    ['A-5', 'no blinking, sound only when asked', hand('nothing moves on any page')],
    [
      'A-6',
      'check, correct, say what cannot be undone',
      test('check page and error summary', browser('trouble')),
    ],
  ]),
  chapter('WeChat', [
    [
      'X-1',
      'text in steps up to 1.75',
      test('host scales of 1.4 and more, once', browser('senior-host')),
    ],
    ['X-2', 'no fixed heights, wrap', walk('contained in W-1.4.4')],
    [
      'X-3',
      'the page rescales itself on menu:setfont',
      test('the bridge, late or odd', browser('senior-host')),
    ],
  ]),
];
