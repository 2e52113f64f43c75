import { answer, breakOff, hang } from '../network.ts';
import type { People } from '../people.ts';
import { BROKEN, type Scene, type Stage } from '../scene.ts';

const one = ({ claimId }: People) => `/staff/claims/${claimId}`;
const openDialog = async ({ page, say }: Stage) => {
  await page
    .getByRole('button', { name: say('staff', 'unmask.open') })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
};

const signIn = async ({ page }: Stage) => {
  await page.locator('input[autocomplete=username]').fill('agent1');
  await page.locator('input[type=password]').fill('silverlane-demo');
  await page.locator('main button[type=submit]').click();
};

/** The desk, and the demo's phone. */
export const staffScenes: readonly Scene[] = [
  {
    name: 'staff sign-in',
    route: '/staff',
    person: 'stranger',
    path: '/staff',
    waitFor: 'input[autocomplete=username]',
  },
  {
    name: 'staff sign-in, left empty',
    state: 'error',
    route: '/staff',
    person: 'stranger',
    path: '/staff',
    waitFor: '.error-summary',
    act: ({ page }) => page.locator('main button[type=submit]').click(),
  },
  {
    name: 'staff sign-in, under way',
    state: 'loading',
    route: '/staff',
    person: 'stranger',
    path: '/staff',
    waitFor: 'main [data-pending]',
    before: ({ page }) => hang(page, '**/api/staff/sessions'),
    act: signIn,
  },
  {
    name: 'staff sign-in, no network',
    state: 'offline',
    route: '/staff',
    person: 'stranger',
    path: '/staff',
    waitFor: '.error-summary, .notice',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/staff/sessions'),
    act: signIn,
  },
  {
    name: 'who waits for a person',
    route: '/staff/queue',
    person: 'staff',
    path: '/staff/queue',
    waitFor: '.data-table tbody tr',
  },
  {
    name: 'nobody waits',
    state: 'empty',
    route: '/staff/queue',
    person: 'staff',
    path: '/staff/queue',
    waitFor: '.agent-part .data-table-empty',
    before: ({ page }) => answer(page, '**/api/staff/queue', { requests: [] }),
  },
  {
    name: 'all claims',
    route: '/staff/claims',
    person: 'staff',
    path: '/staff/claims',
    waitFor: '.data-table tbody tr',
  },
  {
    name: 'all claims, opening',
    state: 'loading',
    route: '/staff/claims',
    person: 'staff',
    path: '/staff/claims',
    waitFor: 'main [role=status]',
    before: ({ page }) => hang(page, '**/api/staff/claims'),
  },
  {
    name: 'all claims, no network',
    state: 'offline',
    route: '/staff/claims',
    person: 'staff',
    path: '/staff/claims',
    waitFor: '.load-failed',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/staff/claims'),
  },
  {
    name: 'a claim on the desk',
    route: '/staff/claims/:id',
    person: 'staff',
    path: one,
    waitFor: '.timeline',
  },
  {
    name: 'why a number is to be seen',
    state: 'dialog',
    route: '/staff/claims/:id',
    person: 'staff',
    path: one,
    waitFor: '[role=dialog]',
    act: openDialog,
  },
  {
    name: 'why a number is to be seen, left out',
    state: 'dialog',
    route: '/staff/claims/:id',
    person: 'staff',
    path: one,
    waitFor: '[role=dialog] .field-error',
    act: async (stage) => {
      await openDialog(stage);
      await stage.page.locator('[role=dialog] [data-main]').click();
    },
  },
  {
    name: 'the demo’s phone',
    route: '/demo/phone',
    person: 'stranger',
    path: '/demo/phone',
    waitFor: '.text',
  },
  {
    name: 'the demo’s phone, no message yet',
    state: 'empty',
    route: '/demo/phone',
    person: 'stranger',
    path: '/demo/phone',
    waitFor: 'main p',
    before: ({ page }) => answer(page, '**/api/demo/messages', { messages: [] }),
    act: ({ page }) => page.locator('[role=log]').waitFor({ state: 'attached' }),
  },
];
