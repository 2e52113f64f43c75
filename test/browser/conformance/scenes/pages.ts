import { answer, breakOff, hang } from '../network.ts';
import { BROKEN, type Scene, type Stage } from '../scene.ts';

const askForCode = async ({ page }: Stage) => {
  await page.locator('input[autocomplete^="tel"]').fill('13800000005');
  await page.locator('main button[type=submit]').click();
};

/** The home page, a person's help, and the small pages around the claim. */
export const pageScenes: readonly Scene[] = [
  {
    name: 'home',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '.job-card',
    isEverywhere: true,
    isLeftAlone: true,
  },
  {
    name: 'home, in the queue for a person',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '[data-help=human-status] a',
    act: ({ page }) => page.locator('[data-help=human]').click(),
  },
  {
    name: 'home, asking for a person',
    state: 'loading',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '[data-help=human][data-pending]',
    before: ({ page }) => hang(page, '**/api/help-requests'),
    act: ({ page }) => page.locator('[data-help=human]').click(),
  },
  {
    name: 'home, no network to ask for a person',
    state: 'offline',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '[data-help=human-status] span',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/help-requests'),
    act: ({ page }) => page.locator('[data-help=human]').click(),
  },
  { name: 'a person', route: '/human', person: 'stranger', path: '/human', waitFor: '.points' },
  {
    name: 'my place in the queue',
    route: '/human/:conversationId',
    person: 'customer',
    path: ({ conversationId }) => `/human/${conversationId}`,
    waitFor: '.conversation-place, .notice',
  },
  {
    name: 'a place in the queue that is nobody’s',
    state: 'error',
    route: '/human/:conversationId',
    person: 'stranger',
    path: '/human/0000',
    waitFor: '.notice',
    noise: /404 .*human\/0000/,
  },
  {
    name: 'my place in the queue, no network',
    state: 'offline',
    route: '/human/:conversationId',
    person: 'customer',
    path: ({ conversationId }) => `/human/${conversationId}`,
    waitFor: '.load-failed',
    noise: BROKEN,
    before: async ({ page }) => {
      await breakOff(page, '**/api/help-requests/current');
      await breakOff(page, '**/api/conversations/**');
    },
  },
  {
    name: 'branches',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: '.branch',
  },
  {
    name: 'branches, none known',
    state: 'empty',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: 'main p',
    before: ({ page }) => answer(page, '**/api/branches', { branches: [] }),
    act: ({ page }) => page.locator('.branches').waitFor({ state: 'attached' }),
  },
  {
    name: 'branches, opening',
    state: 'loading',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: 'main [role=status]',
    before: ({ page }) => hang(page, '**/api/branches'),
  },
  {
    name: 'branches, no network',
    state: 'offline',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: '.load-failed',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/branches'),
  },
  {
    name: 'how soon we answer',
    route: '/service',
    person: 'stranger',
    path: '/service',
    waitFor: '.service-group',
  },
  {
    name: 'your data',
    route: '/privacy',
    person: 'stranger',
    path: '/privacy',
    waitFor: '.points',
  },
  {
    name: 'settings',
    route: '/settings',
    person: 'stranger',
    path: '/settings',
    waitFor: '#account',
  },
  {
    name: 'settings, signed in',
    route: '/settings',
    person: 'customer',
    path: '/settings',
    waitFor: '#account',
  },
  {
    name: 'sign in',
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: 'input[autocomplete^="tel"]',
  },
  {
    name: 'sign in, with a number that is too short',
    state: 'error',
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: '.error-summary',
    act: async ({ page }) => {
      await page.locator('input[autocomplete^="tel"]').fill('1380000');
      await page.locator('main button[type=submit]').click();
    },
  },
  ...['', '12'].map((typed): Scene => ({
    name: typed ? 'the code, with digits left out' : 'the code',
    state: typed ? 'error' : 'filled',
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: typed ? '.error-summary' : 'input[autocomplete="one-time-code"]',
    before: ({ page }) => answer(page, '**/api/sessions/codes', undefined, 204),
    act: async (stage) => {
      const { page } = stage;
      await askForCode(stage);
      if (!typed) return;
      await page.locator('input[autocomplete="one-time-code"]').fill(typed);
      await page.locator('main button[type=submit]').click();
    },
  })),
  {
    name: 'sign in, the code is on its way',
    state: 'loading',
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: 'main [data-pending]',
    before: ({ page }) => hang(page, '**/api/sessions/codes'),
    act: askForCode,
  },
  {
    name: 'sign in, no network',
    state: 'offline',
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: '.error-summary, .notice',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/sessions/codes'),
    act: askForCode,
  },
  {
    name: 'an address that leads nowhere',
    state: 'error',
    person: 'stranger',
    path: '/no-such-page',
    waitFor: 'main a',
    noise: /404 .*no-such-page/,
  },
  {
    name: 'a page that does not arrive',
    state: 'offline',
    person: 'stranger',
    path: '/',
    waitFor: 'main button[data-main]',
    noise: BROKEN,
    act: async ({ page }) => {
      await breakOff(page, /\/assets\/.*\.js$/);
      await page.locator('a[href="/branches"]').first().click();
    },
  },
  {
    name: 'a page that fails while it is shown',
    state: 'error',
    person: 'stranger',
    path: '/branches',
    waitFor: 'main button[data-main]',
    noise: /./,
    before: ({ page }) => answer(page, '**/api/branches', { branches: [{ id: '1' }] }),
  },
];
