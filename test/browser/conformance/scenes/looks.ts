import { modesOfLooks } from '../displays.ts';
import { questions } from '../questions.ts';
import type { Scene, Stage } from '../scene.ts';

const [first] = questions;
if (!first) throw new Error('no question to walk');
const question = `/claims/new/${first.flow.id}/${first.step.id}`;

const read = ({ page, say }: Stage) =>
  page.getByRole('button', { name: say('common', 'read.name') }).click();

/** A phone whose voice begins the first sentence and is still at it. */
const giveVoice = ({ page }: Stage) =>
  page.addInitScript(() => {
    class Utterance {
      onstart: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    const voice = {
      lang: 'zh-CN',
      name: 'one',
      voiceURI: 'one',
      localService: true,
      default: true,
    };
    const synth = {
      getVoices: () => [voice],
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      cancel: () => undefined,
      speak: (words: Utterance) => setTimeout(() => words.onstart?.(), 5),
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synth });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  });

/** What the page says of itself, offers, explains and reads aloud; and how it stands a host's large text. */
export const looksScenes: readonly Scene[] = [
  {
    name: 'home, the choice of the first visit',
    route: '/',
    person: 'stranger',
    path: '/',
    waitFor: '[data-advice=first]',
    isFirstVisit: true,
    modes: ['standard'],
  },
  ...['1.4', '1.75'].flatMap((scale): Scene[] => [
    {
      name: `home, in a host that asks for ${scale}`,
      route: '/',
      person: 'stranger',
      path: `/?fs=${scale}`,
      waitFor: '[data-advice=line]',
      modes: modesOfLooks,
    },
    {
      name: `a question, in a host that asks for ${scale}`,
      route: '/claims/new/:flow/:step',
      person: 'stranger',
      path: `${question}?fs=${scale}`,
      waitFor: '.question-form',
      modes: modesOfLooks,
    },
  ]),
  {
    name: 'an offer of help between two questions',
    route: '/claims/new/:flow/:step',
    person: 'stranger',
    path: question,
    waitFor: '[data-advice=offer]',
    modes: ['senior'],
    act: async ({ page }) => {
      const next = page.locator('main button[type=submit], main [data-main]').last();
      for (let i = 0; i < 3; i += 1) {
        await next.click();
        await page.locator('.error-summary').waitFor();
        await page.locator('h1').click();
      }
      await page.locator(`#field-${first.field} label`).first().click();
      await next.click();
    },
  },
  {
    name: 'a term explained',
    route: '/privacy',
    person: 'stranger',
    path: '/privacy',
    waitFor: '.gloss-note',
    act: ({ page }) => page.locator('.gloss-term').first().click(),
  },
  {
    name: 'reading aloud',
    route: '/privacy',
    person: 'stranger',
    path: '/privacy',
    waitFor: '[data-dock] button',
    usesUpPage: true,
    before: giveVoice,
    act: read,
  },
  {
    name: 'reading aloud, on a phone that cannot',
    route: '/privacy',
    person: 'stranger',
    path: '/privacy',
    waitFor: '[data-dock] a[href^="tel:"]',
    act: read,
  },
  ...(
    [
      { name: 'home', route: '/', person: 'stranger', path: '/', waitFor: '.job-card' },
      {
        name: 'question: choice',
        route: '/claims/new/:flow/:step',
        person: 'stranger',
        path: question,
        waitFor: '.question-form',
      },
      {
        name: 'settings',
        route: '/settings',
        person: 'stranger',
        path: '/settings',
        waitFor: '#account',
      },
      {
        name: 'my claims',
        route: '/claims',
        person: 'customer',
        path: '/claims',
        waitFor: 'main .job-card',
      },
    ] satisfies Scene[]
  ).map((scene): Scene => ({
    ...scene,
    name: `${scene.name}, in English`,
    lng: 'en',
    modes: modesOfLooks,
  })),
  ...['长辈版', '没有的'].map((query): Scene => ({
    name: query === '长辈版' ? 'settings, searched' : 'settings, searched for nothing',
    state: query === '长辈版' ? 'filled' : 'empty',
    route: '/settings',
    person: 'stranger',
    path: '/settings',
    waitFor: 'main input',
    act: ({ page }) => page.locator('main input').first().fill(query),
  })),
];
