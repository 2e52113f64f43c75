import type { Draft, DraftDocument } from '#domain/api/draft.ts';
import { change } from '../network.ts';
import { withQuestion, type Question } from '../questions.ts';
import type { Scene, Stage } from '../scene.ts';

const route = '/claims/new/:flow/:step';
const pathOf = ({ flow, step }: Question) => `/claims/new/${flow.id}/${step.id}`;
const ofOne = /\/api\/drafts\/[\w-]+$/;

const press = ({ page, say }: Stage, ns: string, key: string) =>
  page.getByRole('button', { name: say(ns, key), exact: true }).click();

/** A photo that the customer has sent, as only reading or time brings it about. */
const photoThat = (
  photos: Question,
  name: string,
  waitFor: string,
  over: Partial<DraftDocument>,
): Scene => ({
  name: `a photo that ${name}`,
  route,
  person: 'customer',
  path: pathOf(photos),
  waitFor,
  before: ({ page }) =>
    change(page, ofOne, ({ documents }: Draft) => ({
      documents: documents.map((one) => (one.field === photos.field ? { ...one, ...over } : one)),
    })),
});

/** A recording of what happened, as the server has it. */
const recorded = ({ field }: Question) => {
  const id = '00000000-0000-4000-8000-000000000001';
  return ({ page }: Stage) =>
    change(page, ofOne, ({ answers, documents }: Draft) => ({
      answers: { ...answers, [field]: [id] },
      documents: [...documents, { id, field, state: 'received', media: 'audio', seconds: 42 }],
    }));
};

/** Photos and recordings in the states that a camera, reading and time bring them to. */
export const photoScenes: readonly Scene[] = [
  ...withQuestion('photos', (photos) => [
    {
      name: 'a camera that may not be looked through',
      state: 'error',
      route,
      person: 'customer',
      path: pathOf(photos),
      waitFor: '.live-photo-trouble .notice',
      modes: ['senior'],
      usesUpPage: true,
      before: async ({ page }) => {
        // Without a photo yet, whatever other scenes have added: there is always room for one.
        await change(page, ofOne, ({ answers, documents }: Draft) => ({
          answers: { ...answers, [photos.field]: [] },
          documents: documents.filter(({ field }) => field !== photos.field),
        }));
        await page.addInitScript(() => {
          navigator.mediaDevices.getUserMedia = () =>
            Promise.reject(new DOMException('no', 'NotAllowedError'));
        });
      },
      act: (stage) => press(stage, 'claims', 'photos.live.open'),
    },
    photoThat(photos, 'cannot be read', '.photo[data-remark]', {
      state: 'unreadable',
      reason: 'cannot-read',
    }),
    {
      ...photoThat(photos, 'is being looked through', '.photo[data-state=checking]', {
        state: 'checking',
      }),
      modes: ['senior'],
    },
    {
      ...photoThat(photos, 'is a PDF of three pages', '.photo', { pages: 3 }),
      modes: ['senior'],
    },
  ]),
  ...withQuestion('statement', (statement) => [
    {
      name: 'a statement, before it is begun',
      route,
      person: 'customer',
      path: pathOf(statement),
      waitFor: '.statement button',
      act: (stage) => press(stage, 'claims', 'statement.open'),
    },
    {
      name: 'a statement that was recorded',
      route,
      person: 'customer',
      path: pathOf(statement),
      waitFor: '.statement button',
      modes: ['senior'],
      before: (stage) => recorded(statement)(stage),
    },
  ]),
];
