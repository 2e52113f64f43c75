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

    test('is told of in the language in which the claim is being filled in', async () => {
      says = blank;
      const { visitor, draft } = await draftOf(server(), '13800000005');
      const saved = await visitor.patch(`/api/drafts/${draft.id}?lng=en`, {
        baseVersion: draft.version,
        changes: [{ field: 'amountFen', value: 4300 }],
      });
      expect(saved.status).toBe(200);
      await pass(server(), 0);
      await pass(server(), 11 * MINUTE);
      const texts = await textsTo(visitor, '13800000005');
      const told = texts.filter(({ purpose }) => purpose === 'paper-unreadable');
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toMatch(/photo/i);
      expect(told[0]?.text).not.toMatch(/照片/);
    });

    test('stays as it is once its owner has said so: on every device, and without a text', async () => {
      says = blank;
      const { visitor, draft, photo, look, purposes } = await draftOf(server(), '13800000009');
      await pass(server(), 0);
      const leave = (who = visitor) => who.call('PUT', `/api/documents/${photo}/as-it-is`);
      expect((await leave()).status).toBe(200);
      expect((await leave()).status).toBe(200);
      expect(await look()).toMatchObject([{ state: 'unreadable', isLeft: true }]);
      await pass(server(), 30 * MINUTE);
      expect(await purposes()).toEqual([]);
      const stranger = visit(server());
      await stranger.post('/api/drafts', { flow: 'outpatient' });
      expect((await leave(stranger)).status).toBe(404);
      // Turned, it is another picture.
      await visitor.post(`/api/documents/${photo}/turn`, { quarters: 1 });
      expect((await look())[0]?.isLeft).toBeUndefined();
      const again = (await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body;
      await completeDraft(visitor, again, { invoicePhotos: [photo] });
      expect((await visitor.submit(draft.id)).status).toBe(201);
      expect((await leave()).status).toBe(409);
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
