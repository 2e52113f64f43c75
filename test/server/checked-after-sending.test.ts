import { expect, test } from 'vitest';
import type { Claim } from '#domain/api/claim.ts';
import { MINUTE, pass, textsTo, toKnownCard } from './support/claims.ts';
import { infect, switchedScanner } from './support/clamd.ts';
import { completeDraft, visit } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

const clamd = switchedScanner({ isDown: true });

let day = 0;
/** A small claim whose photo waits for the scanner; sent unless it is said to be left. */
async function begun(server: TestServer, phone: string, photo: Buffer, isSent = true) {
  server.parts.clock.advance(60 * MINUTE);
  const customer = visit(server);
  await customer.signIn(phone);
  day += 1;
  const visitedOn = `2026-09-${String(day).padStart(2, '0')}`;
  const draft = await customer.draftWith('outpatient', { ...toKnownCard, visitedOn });
  const { id: photoId } = await sendPhoto(customer, { draftId: draft.id }, photo);
  const texts = async () =>
    (await textsTo(customer, phone)).filter(({ purpose }) => /^paper-/.test(purpose));
  if (!isSent) return { customer, texts, id: draft.id, photoId };
  await completeDraft(customer, draft, { invoicePhotos: [photoId] });
  const sent = await customer.submit(draft.id);
  expect(sent.status).toBe(201);
  return { customer, texts, id: sent.body.id, photoId };
}
const infected = async (): Promise<Buffer> => infect(await phoneJpeg());

describeOnBoth(
  'a claim with a photo that is still being checked',
  (server) => {
    test('is not approved until the photo has been looked through, and then it is', async () => {
      const { customer, id } = await begun(server(), '13800000001', await phoneJpeg());
      await pass(server(), 5 * MINUTE);
      const before = (await customer.get<Claim>(`/api/claims/${id}`)).body;
      expect(before).toMatchObject({ status: 'received', documents: [{ state: 'checking' }] });
      clamd.isDown = false;
      await pass(server(), MINUTE);
      await pass(server(), MINUTE);
      const after = (await customer.get<Claim>(`/api/claims/${id}`)).body;
      expect(after).toMatchObject({ status: 'approved', documents: [{ state: 'received' }] });
    });

    test('goes to a person when the check takes half an hour', async () => {
      const { customer, id } = await begun(server(), '13800000002', await phoneJpeg());
      await pass(server(), 31 * MINUTE);
      expect((await customer.get<Claim>(`/api/claims/${id}`)).body.status).toBe('in-review');
    });

    test('goes to a person when the photo is not safe, and its owner is told once what to do', async () => {
      const { customer, id, texts } = await begun(server(), '13800000003', await infected());
      clamd.isDown = false;
      await pass(server(), MINUTE);
      await pass(server(), MINUTE);
      const claim = (await customer.get<Claim>(`/api/claims/${id}`)).body;
      expect(claim).toMatchObject({
        status: 'in-review',
        documents: [{ state: 'rejected', reason: 'infected' }],
      });
      await pass(server(), 60 * MINUTE);
      const told = await texts();
      expect(told.map(({ purpose }) => purpose)).toEqual(['paper-unsafe-sent']);
      expect(told[0]?.text).toMatch(/不安全.*请打 \S+，我们帮您重新交/);
    });

    test('that is no photo at all: its owner, who left before it was sent, is told to send another', async () => {
      const { texts } = await begun(server(), '13800000007', Buffer.from('no photo'), false);
      clamd.isDown = false;
      await pass(server(), MINUTE);
      expect(await texts()).toEqual([]);
      await pass(server(), 11 * MINUTE);
      expect((await texts()).map(({ purpose }) => purpose)).toEqual(['paper-useless']);
    });

    test('is not told of when another photo was sent meanwhile', async () => {
      const { customer, id, texts } = await begun(
        server(),
        '13800000008',
        Buffer.from('no photo'),
        false,
      );
      clamd.isDown = false;
      await pass(server(), MINUTE);
      await sendPhoto(customer, { draftId: id }, await phoneJpeg());
      await pass(server(), 30 * MINUTE);
      expect(await texts()).toEqual([]);
    });
  },
  () => ({ scanner: clamd.scanner }),
);
