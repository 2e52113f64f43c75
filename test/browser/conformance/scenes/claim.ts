import { invoicePhoto } from '../../support/photos.ts';
import { answer, breakOff, hang, problem } from '../network.ts';
import { BROKEN, type Scene, type Stage } from '../scene.ts';

const route = '/claims/new/:flow/:step';
const at = (step: string) => `/claims/new/hospital/${step}`;
const album = '#field-invoicePhotos input[type=file][multiple]';

const press = ({ page, say }: Stage, ns: string, key: string) =>
  page.getByRole('button', { name: say(ns, key), exact: true }).click();

const next = (stage: Stage) => press(stage, 'claims', 'next');

/** Opens the calendar and goes so many taps into it: year, month, day. */
const intoCalendar =
  (taps: number) =>
  async ({ page, say }: Stage) => {
    await page.getByRole('button', { name: say('claims', 'day.earlier') }).click();
    for (const pane of ['.day-chooser-years', '.day-chooser-months'].slice(0, taps)) {
      await page.locator(`${pane} button`).first().click();
    }
  };

/** Every question has a page of its own in the senior mode; the standard mode shows a section's together. */
const steps = ['admission', 'discharge', 'discharge-date', 'amount', 'bank-consent', 'payee-name'];
const sections = ['cause', 'health-consent', 'payout'];

/** Beginning a claim, its questions, and the last look before it is sent. */
export const claimScenes: readonly Scene[] = [
  {
    name: 'what happened',
    route: '/claims/new',
    person: 'newcomer',
    path: '/claims/new',
    waitFor: '.job-card',
  },
  {
    name: 'what happened, with an unfinished claim',
    route: '/claims/new',
    person: 'customer',
    path: '/claims/new',
    waitFor: '.resume',
  },
  ...sections.map((step): Scene => ({
    name: `question: ${step}`,
    route,
    person: 'customer',
    path: at(step),
    waitFor: '.question-form',
    isEverywhere: step === 'cause',
  })),
  ...[...steps, 'invoice', 'payee-card'].map((step): Scene => ({
    name: `question: ${step}`,
    route,
    person: 'customer',
    path: at(step),
    waitFor: '.question-form',
    modes: ['senior'],
  })),
  ...['year', 'month', 'day'].map((pane, taps): Scene => ({
    name: `choosing a ${pane}`,
    route,
    person: 'customer',
    path: at('admission'),
    waitFor: `.day-chooser-${pane}s`,
    modes: ['senior'],
    act: intoCalendar(taps),
  })),
  {
    name: 'a question left out',
    route,
    person: 'stranger',
    path: '/claims/new/outpatient/cause',
    waitFor: '.error-summary',
    act: next,
  },
  {
    name: 'an answer that cannot be right, with no network',
    route,
    person: 'customer',
    path: at('payee-card'),
    waitFor: '.error-summary',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/drafts/*', 'PATCH'),
    act: async (stage) => {
      await stage.page.locator('input#field-payeeCard').fill('6222');
      await next(stage);
    },
  },
  {
    name: 'a consent that is not given',
    route,
    person: 'customer',
    path: at('health-consent'),
    waitFor: '.notice',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/drafts/*', 'PATCH'),
    act: ({ page }) => page.locator('#field-healthConsent label').nth(1).click(),
  },
  {
    name: 'a photo that did not go',
    route,
    person: 'customer',
    path: at('invoice'),
    waitFor: '.photo[data-state=failed]',
    before: ({ page }) => answer(page, '**/api/uploads', {}, 400, 'POST'),
    act: async ({ page }) => page.locator(album).setInputFiles(await invoicePhoto(4)),
  },
  {
    name: 'a file that is no photo',
    route,
    person: 'customer',
    path: at('invoice'),
    waitFor: '.photo[data-state=rejected]',
    act: ({ page }) =>
      page.locator(album).setInputFiles({
        name: 'IMG_1.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)]),
      }),
  },
  {
    name: 'a claim that is opening',
    route,
    person: 'customer',
    path: at('cause'),
    waitFor: 'h1',
    before: ({ page }) => hang(page, '**/api/drafts'),
  },
  {
    name: 'a claim that cannot be opened',
    route,
    person: 'customer',
    path: at('cause'),
    waitFor: 'main [data-main]',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/drafts'),
  },
  {
    name: 'check your answers',
    route,
    person: 'customer',
    path: at('check'),
    waitFor: '.summary-list',
    isEverywhere: true,
  },
  {
    name: 'sending',
    route,
    person: 'customer',
    path: at('check'),
    waitFor: '[data-pending]',
    before: ({ page }) => hang(page, '**/api/claims'),
    act: (stage) => press(stage, 'claims', 'check.send'),
  },
  {
    name: 'not sent, no network',
    route,
    person: 'customer',
    path: at('check'),
    waitFor: '.error-summary',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/claims'),
    act: (stage) => press(stage, 'claims', 'check.send'),
  },
  {
    name: 'not taken by the server',
    route,
    person: 'customer',
    path: at('check'),
    waitFor: '.error-summary',
    before: ({ page, say }) =>
      answer(
        page,
        '**/api/claims',
        problem(422, 'claim-incomplete', say('problems', 'claim-incomplete'), [
          { field: 'amountFen', code: 'required', detail: say('problems', 'required') },
        ]),
        422,
        'POST',
      ),
    act: (stage) => press(stage, 'claims', 'check.send'),
  },
];
