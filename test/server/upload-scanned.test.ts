import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { uploadPath } from '#server/services/uploads/upload-files.ts';
import { infect, switchedScanner } from './support/clamd.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

const clamd = switchedScanner();

async function begin(server: TestServer) {
  const visitor = visit(server);
  const made = await visitor.call('POST', '/api/drafts', { flow: 'outpatient' });
  const { id: draftId } = made.body as Draft;
  const look = async () =>
    ((await visitor.call('GET', `/api/drafts/${draftId}`)).body as Draft).documents;
  const auditsOf = async (id: string) =>
    server.parts.store.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject_id', '=', id)
      .orderBy('at')
      .execute();
  return { visitor, draftId, look, auditsOf };
}

const infected = async (): Promise<Buffer> => infect(await phoneJpeg());

describeOnBoth(
  'what is sent is looked through before anybody opens it',
  (server) => {
    test('a virus is refused with a reason, deleted and written down', async () => {
      const { visitor, draftId, look, auditsOf } = await begin(server());
      const { id } = await sendPhoto(visitor, { draftId }, await infected());
      expect(await look()).toEqual([
        expect.objectContaining({ id, state: 'rejected', reason: 'infected' }),
      ]);
      expect((await visitor.call('GET', `/api/documents/${id}/image`)).status).toBe(404);
      expect(existsSync(uploadPath(server().parts, id))).toBe(false);
      expect(await server().parts.objects.list(`document/${id}/`)).toEqual([]);
      const [audit] = await auditsOf(id);
      expect(audit?.action).toBe('document-rejected');
      expect(JSON.parse(audit?.detail ?? '{}')).toMatchObject({
        reason: 'infected',
        found: 'Eicar-Test-Signature',
      });
    });

    test('with the scanner away a photo waits with us, is asked about again and is not lost', async () => {
      const { visitor, draftId, look } = await begin(server());
      clamd.isDown = true;
      const { id } = await sendPhoto(visitor, { draftId }, await phoneJpeg());
      const { id: bad } = await sendPhoto(visitor, { draftId }, await infected());
      const waiting = { state: 'checking' };
      expect(await look()).toMatchObject([
        { id, ...waiting },
        { id: bad, ...waiting },
      ]);
      expect((await visitor.call('GET', `/api/documents/${id}/image`)).status).toBe(404);
      server().parts.clock.advance(60_000);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect(await look()).toMatchObject([waiting, waiting]);
      clamd.isDown = false;
      // A page that is opened does not ask; the job does.
      expect(await look()).toMatchObject([waiting, waiting]);
      server().parts.clock.advance(60_000);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect(await look()).toMatchObject([
        { id, state: 'received' },
        { id: bad, state: 'rejected', reason: 'infected' },
      ]);
      expect((await visitor.call('GET', `/api/documents/${id}/image`)).status).toBe(200);
      expect(existsSync(uploadPath(server().parts, bad))).toBe(false);
    });

    test('a photo that is being checked can be taken away', async () => {
      const { visitor, draftId, look } = await begin(server());
      clamd.isDown = true;
      const { id } = await sendPhoto(visitor, { draftId }, await phoneJpeg());
      await visitor.call('DELETE', `/api/uploads/${id}`, undefined, { 'tus-resumable': '1.0.0' });
      expect(await look()).toEqual([]);
      clamd.isDown = false;
      server().parts.clock.advance(60_000);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect(await look()).toEqual([]);
      expect(existsSync(uploadPath(server().parts, id))).toBe(false);
    });
  },
  () => ({ scanner: clamd.scanner }),
);
