import type { DisplayMode } from '#domain/senior/display.ts';
import { invoicePhoto } from '../../support/photos.ts';
import { answer, breakOff, hang, problem } from '../network.ts';
import { questions, withQuestion, type Question } from '../questions.ts';
import { BROKEN, type Scene, type Stage } from '../scene.ts';

const route = '/claims/new/:flow/:step';
const pathOf = ({ flow, step }: Question) => `/claims/new/${flow.id}/${step.id}`;

const [first] = questions;
if (!first) throw new Error('no question to walk');
const check = `/claims/new/${first.flow.id}/check`;
const album = ({ field }: Question) => `#field-${field} input[type=file][multiple]`;

const press = ({ page, say }: Stage, ns: string, key: string) =>
  page.getByRole('button', { name: say(ns, key), exact: true }).click();

const next = (stage: Stage) => press(stage, 'claims', 'next');
const send = (stage: Stage) => press(stage, 'claims', 'check.send');

/** Opens the calendar and goes so many taps into it: year, month, day. */
const intoCalendar =
  (taps: number) =>
  async ({ page, say }: Stage) => {
    await page.getByRole('button', { name: say('claims', 'day.earlier') }).click();
    for (const pane of ['.day-chooser-years', '.day-chooser-months'].slice(0, taps)) {
      await page.locator(`${pane} button`).first().click();
    }
  };

/** Each page once, whatever is asked on it in how many ways. */
const pages = questions.filter(
  ({ flow, step }, i, all) =>
    all.findIndex((other) => other.flow === flow && other.step === step) === i,
);

/** The senior mode has a page for each question; the standard mode shows a section's together, so one of each is enough. */
const modesOf = (question: Question): readonly DisplayMode[] =>
  pages.find(
    ({ flow, step }) => flow === question.flow && step.section === question.step.section,
  ) === question
    ? ['standard', 'senior']
    : ['senior'];

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
  ...pages.map((question): Scene => ({
    name: `question: ${question.look}`,
    route,
    person: 'customer',
    path: pathOf(question),
    waitFor: '.question-form',
    isEverywhere: question === first,
    isLeftAlone: question === first,
    modes: modesOf(question),
  })),
  ...withQuestion('date', (date) => [
    ...['year', 'month', 'day'].map((pane, taps): Scene => ({
      name: `choosing a ${pane}`,
      route,
      person: 'customer',
      path: pathOf(date),
      waitFor: `.day-chooser-${pane}s`,
      modes: ['senior'],
      act: intoCalendar(taps),
    })),
  ]),
  {
    name: 'a question left out',
    state: 'error',
    route,
    person: 'stranger',
    path: pathOf(first),
    waitFor: '.error-summary',
    act: next,
  },
  ...withQuestion('bankCard', (card) => [
    {
      name: 'an answer that cannot be right, with no network',
      state: 'error',
      route,
      person: 'customer',
      path: pathOf(card),
      waitFor: '.error-summary',
      noise: BROKEN,
      before: ({ page }) => breakOff(page, '**/api/drafts/*', 'PATCH'),
      act: async (stage) => {
        await stage.page.locator(`input#field-${card.field}`).fill('6222');
        await next(stage);
      },
    },
  ]),
  ...withQuestion('consent', (consent) => [
    {
      name: 'a consent that is not given',
      state: 'error',
      route,
      person: 'customer',
      path: pathOf(consent),
      waitFor: '.notice',
      noise: BROKEN,
      before: ({ page }) => breakOff(page, '**/api/drafts/*', 'PATCH'),
      act: ({ page }) => page.locator(`#field-${consent.field} label`).nth(1).click(),
    },
  ]),
  ...withQuestion('photos', (photos) => [
    {
      name: 'a photo that did not go',
      state: 'error',
      route,
      person: 'customer',
      path: pathOf(photos),
      waitFor: '.photo[data-state=failed]',
      before: ({ page }) => answer(page, '**/api/uploads', {}, 400, 'POST'),
      act: async ({ page }) => page.locator(album(photos)).setInputFiles(await invoicePhoto(4)),
    },
    {
      name: 'a photo with advice, before it is sent',
      route,
      person: 'customer',
      path: pathOf(photos),
      waitFor: '.photo-advice p',
      modes: ['senior'],
      act: async ({ page }) =>
        page.locator(album(photos)).setInputFiles(await invoicePhoto(5, 0.12)),
    },
    {
      name: 'a photo seen large',
      route,
      person: 'customer',
      path: pathOf(photos),
      waitFor: '.photo-view',
      modes: ['senior'],
      before: ({ page }) => answer(page, '**/api/uploads', {}, 400, 'POST'),
      act: async (stage) => {
        await stage.page.locator(album(photos)).setInputFiles(await invoicePhoto(6));
        const look = stage.page.locator('.photo .photo-thumb').first();
        await stage.page.locator('.photo[data-state=failed]').waitFor();
        await look.click();
      },
    },
    {
      name: 'a file that is no photo',
      state: 'error',
      route,
      person: 'customer',
      path: pathOf(photos),
      waitFor: '.photo[data-state=rejected]',
      act: ({ page }) =>
        page.locator(album(photos)).setInputFiles({
          name: 'IMG_1.jpg',
          mimeType: 'image/jpeg',
          buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)]),
        }),
    },
  ]),
  {
    name: 'a claim that is opening',
    state: 'loading',
    route,
    person: 'customer',
    path: pathOf(first),
    waitFor: 'h1',
    before: ({ page }) => hang(page, '**/api/drafts'),
  },
  {
    name: 'a claim that cannot be opened',
    state: 'offline',
    route,
    person: 'customer',
    path: pathOf(first),
    waitFor: 'main [data-main]',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/drafts'),
  },
  {
    name: 'check your answers',
    route,
    person: 'customer',
    path: check,
    waitFor: '.summary-list',
    isEverywhere: true,
    isLeftAlone: true,
  },
  {
    name: 'sending',
    state: 'loading',
    route,
    person: 'customer',
    path: check,
    waitFor: '[data-pending]',
    before: ({ page }) => hang(page, '**/api/claims'),
    act: send,
  },
  {
    name: 'not sent, no network',
    state: 'offline',
    route,
    person: 'customer',
    path: check,
    waitFor: '.error-summary',
    noise: BROKEN,
    before: ({ page }) => breakOff(page, '**/api/claims'),
    act: send,
  },
  {
    name: 'not taken by the server',
    state: 'error',
    route,
    person: 'customer',
    path: check,
    waitFor: '.error-summary',
    before: ({ page, say }) =>
      answer(
        page,
        '**/api/claims',
        problem(422, 'claim-incomplete', say('problems', 'claim-incomplete'), [
          { field: first.field, code: 'required', detail: say('problems', 'required') },
        ]),
        422,
        'POST',
      ),
    act: send,
  },
];
