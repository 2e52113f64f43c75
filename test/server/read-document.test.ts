import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { createNoReader } from '#server/adapters/reader/none.ts';
import { ReaderError } from '#server/adapters/reader/reader.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

const reading: PaperReading = {
  kind: 'invoice-outpatient',
  rotation: 0,
  fields: [
    {
      name: 'totalFen',
      value: 88_590,
      confidence: 0.99,
      box: { x: 0.1, y: 0.2, width: 0.1, height: 0.03 },
    },
  ],
};

let fails = 0;
const reader = {
  ...createNoReader(),
  read: () => {
    if (fails === 0) return Promise.resolve(reading);
    fails -= 1;
    return Promise.reject(new ReaderError('too slow'));
  },
};

/** A draft with one photo, before any job has run. */
async function draftWithPhoto(server: TestServer) {
  const visitor = visit(server);
  const made = await visitor.call('POST', '/api/drafts', { flow: 'outpatient' });
  const draft = made.body as Draft;
  const { id } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
  const open = async () => (await visitor.get<Draft>(`/api/drafts/${draft.id}`)).body;
  const look = async () => (await open()).documents[0];
  return { visitor, id, open, look };
}

describeOnBoth(
  'what a photographed paper says',
  (server) => {
    test('is seen by its owner once it was read, is sealed, and goes with the photo', async () => {
      const { visitor, id, look } = await draftWithPhoto(server());
      expect(await look()).toMatchObject({ id, state: 'received' });
      expect(await look()).not.toHaveProperty('reading');
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect((await look())?.reading).toEqual(reading);
      const row = () =>
        server()
          .parts.store.db.selectFrom('document')
          .select('reading_sealed')
          .where('id', '=', id)
          .executeTakeFirst();
      expect((await row())?.reading_sealed).toMatch(/^v1\./);
      await visitor.call('DELETE', `/api/uploads/${id}`, undefined, { 'tus-resumable': '1.0.0' });
      expect(await row()).toBeUndefined();
    });

    test('is known to its claim before anybody has signed in: nobody is asked what their invoice says', async () => {
      const { id, open } = await draftWithPhoto(server());
      expect(await open()).not.toHaveProperty('known');
      await runDueJobs(server().parts, jobHandlers, 'slow');
      const { known, insureds, policies } = await open();
      expect(known).toMatchObject([
        { name: 'totalFen', value: 88_590, source: 'paper', documentId: id },
      ]);
      expect([insureds, policies]).toEqual([undefined, undefined]);
    });

    test('is asked for when reading fails again and again: nothing waits for it', async () => {
      fails = 3;
      const { look } = await draftWithPhoto(server());
      for (let tries = 0; tries < 4; tries += 1) {
        await runDueJobs(server().parts, jobHandlers, 'slow');
        if (tries < 3) expect(await look()).not.toHaveProperty('reading');
        server().parts.clock.advance(60_000);
      }
      expect((await look())?.reading).toEqual({ kind: 'other', rotation: 0, fields: [] });
    });
  },
  () => ({ reader }),
);
