import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { createProcessReader } from '#server/adapters/reader/process.ts';
import { silentLog } from '#server/log.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

const folder = mkdtempSync(join(tmpdir(), 'reader-dies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Crashes as native code does over as many pictures as the folder has room for, and reads the next one. */
function readerThatDies(times: number) {
  const path = join(folder, `dies-${times}-${Math.random()}.cjs`);
  writeFileSync(
    path,
    `const { appendFileSync, readFileSync } = require('node:fs');
    const counts = __filename + '.count';
    process.on('disconnect', () => process.exit(0));
    process.on('message', ({ id }) => {
      appendFileSync(counts, 'x');
      if (readFileSync(counts).length <= ${times}) process.kill(process.pid, 'SIGSEGV');
      else process.send({ kind: 'done', id, answer: { kind: 'bank-card', rotation: 0, fields: [] } });
    });
    process.send({ kind: 'ready' });`,
  );
  return createProcessReader(silentLog, { program: { path, execArgv: [] } });
}

describe.each([
  [1, 'bank-card'],
  [99, 'other'],
])('when the library that reads crashes over a photo %i times', (times, kind) => {
  describeOnBoth(
    'the server',
    (server) => {
      test('lives, the claim goes on, and the photo is read again or given up', async () => {
        const visitor = visit(server());
        const made = await visitor.call('POST', '/api/drafts', { flow: 'outpatient' });
        const { id } = made.body as Draft;
        await sendPhoto(visitor, { draftId: id }, await phoneJpeg());
        const look = async () => (await visitor.call('GET', `/api/drafts/${id}`)).body as Draft;
        await runDueJobs(server().parts, jobHandlers, 'slow');
        expect((await look()).documents[0]).toMatchObject({ state: 'received' });
        expect((await look()).documents[0]).not.toHaveProperty('reading');
        for (let tries = 0; tries < 4; tries += 1) {
          server().parts.clock.advance(60_000);
          await runDueJobs(server().parts, jobHandlers, 'slow');
        }
        expect((await look()).documents[0]?.reading?.kind).toBe(kind);
        server().parts.reader.close();
      });
    },
    () => ({ reader: readerThatDies(times) }),
  );
});
