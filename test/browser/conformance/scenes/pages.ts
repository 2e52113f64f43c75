import { answer, breakOff, hang } from '../network.ts';
import { BROKEN, type Scene } from '../scene.ts';

/** The home page, a person's help, and the small pages around the claim. */
export const pageScenes: readonly Scene[] = [
  {
    name: 'home',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '.job-card',
    isEverywhere: true,
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
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '[data-help=human][data-pending]',
    before: ({ page }) => hang(page, '**/api/help-requests'),
    act: ({ page }) => page.locator('[data-help=human]').click(),
  },
  {
    name: 'home, no network to ask for a person',
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
    route: '/human/:conversationId',
    person: 'stranger',
    path: '/human/0000',
    waitFor: '.notice',
    noise: /404 .*human\/0000/,
  },
  {
    name: 'my place in the queue, no network',
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
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: 'main p',
    before: ({ page }) => answer(page, '**/api/branches', { branches: [] }),
    act: ({ page }) => page.locator('.branches').waitFor({ state: 'attached' }),
  },
  {
    name: 'branches, opening',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: 'main [role=status]',
    before: ({ page }) => hang(page, '**/api/branches'),
  },
  {
    name: 'branches, no network',
    route: '/branches',
    person: 'stranger',
    path: '/branches',
    waitFor: '.load-failed',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/branches'),
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
    route: '/sign-in',
    person: 'stranger',
    path: '/sign-in',
    waitFor: typed ? '.error-summary' : 'input[autocomplete="one-time-code"]',
    before: ({ page }) => answer(page, '**/api/sessions/codes', undefined, 204),
    act: async ({ page }) => {
      await page.locator('input[autocomplete^="tel"]').fill('13800000005');
      await page.locator('main button[type=submit]').click();
      if (!typed) return;
      await page.locator('input[autocomplete="one-time-code"]').fill(typed);
      await page.locator('main button[type=submit]').click();
    },
  })),
  {
    name: 'an address that leads nowhere',
    person: 'stranger',
    path: '/no-such-page',
    waitFor: 'main a',
    noise: /404 .*no-such-page/,
  },
  {
    name: 'a page that does not arrive',
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
    person: 'stranger',
    path: '/branches',
    waitFor: 'main button[data-main]',
    noise: /./,
    before: ({ page }) => answer(page, '**/api/branches', { branches: [{ id: '1' }] }),
  },
];
