import { expect, test } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { createNoReader } from '#server/adapters/reader/none.ts';
import { MINUTE, pass, textsTo } from './support/claims.ts';
import { completeDraft, outpatientAnswers, visit } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

const blank: PaperReading = { kind: 'other', rotation: 0, fields: [], textLines: 0 };
const invoice: PaperReading = {
  ...blank,
  kind: 'invoice-outpatient',
  fields: [
    {
      name: 'totalFen',
      value: 128_050,
      confidence: 1,
      box: { x: 0, y: 0, width: 0.1, height: 0.1 },
    },
  ],
};
let says = blank;
const reader = { ...createNoReader(), read: () => Promise.resolve(says) };

/** Somebody who is signed in, with a draft and one photo of an invoice in it. */
async function draftOf(server: TestServer, phone: string) {
  server.parts.clock.advance(60 * MINUTE);
  const visitor = visit(server);
  await visitor.signIn(phone);
  const draft = await visitor.draftWith('outpatient', outpatientAnswers);
  const { id } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
  const now = (await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body;
  const look = async () => (await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body.documents;
  const purposes = async () =>
    (await textsTo(visitor, phone))
      .map(({ purpose }) => purpose)
      .filter((one) => /paper-/.test(one));
  return { visitor, draft: now, photo: id, look, purposes };
}

describeOnBoth(
  'a photo that cannot be read',
  (server) => {
    test('says so on the page at once, and by text when its owner has gone, once', async () => {
      says = blank;
      const { photo, look, purposes } = await draftOf(server(), '13800000001');
      await pass(server(), 0);
      expect(await look()).toMatchObject([
        { id: photo, state: 'unreadable', reason: 'cannot-read' },
      ]);
      expect(await purposes()).toEqual([]);
      await pass(server(), 11 * MINUTE);
      expect(await purposes()).toEqual(['paper-unreadable']);
      await pass(server(), 60 * MINUTE);
      expect(await purposes()).toEqual(['paper-unreadable']);
    });

    test('is not told of by text while its owner still answers, nor when it was taken again', async () => {
      says = blank;
      const { visitor, draft, photo, purposes } = await draftOf(server(), '13800000002');
      await pass(server(), 9 * MINUTE);
      await visitor.saveAnswers(draft, { amountFen: 4200 });
      await pass(server(), 2 * MINUTE);
      expect(await purposes()).toEqual([]);
      await visitor.call('DELETE', `/api/uploads/${photo}`, undefined, {
        'tus-resumable': '1.0.0',
      });
      await pass(server(), 20 * MINUTE);
      expect(await purposes()).toEqual([]);
    });

    test('is told of with the number of a claim that was sent before it was read', async () => {
      says = blank;
      const { visitor, draft, photo, purposes } = await draftOf(server(), '13800000003');
      await completeDraft(visitor, draft, { invoicePhotos: [photo] });
      const sent = await visitor.submit(draft.id);
      expect(sent.status).toBe(201);
      await pass(server(), 0);
      await pass(server(), 11 * MINUTE);
      expect(await purposes()).toEqual(['paper-unreadable-sent']);
      const { documents } = (await visitor.get<Claim>(`/api/claims/${sent.body.id}`)).body;
      expect(documents).toMatchObject([{ state: 'unreadable', reason: 'cannot-read' }]);
    });

    test('is one that says something: of an invoice nothing is told', async () => {
      says = invoice;
      const { look, purposes } = await draftOf(server(), '13800000007');
      await pass(server(), 0);
      expect(await look()).toMatchObject([{ state: 'received' }]);
      await pass(server(), 30 * MINUTE);
      expect(await purposes()).toEqual([]);
    });
  },
  () => ({ reader }),
);
