import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { createNoReader } from '#server/adapters/reader/none.ts';
import { NOTHING_READ } from '#server/adapters/reader/reader.ts';
import { jobHandlers } from '#server/services/job-handlers.ts';
import { runDueJobs } from '#server/services/run-jobs.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth, type TestServer } from './support/harness.ts';
import { block, makePdf } from './support/pdf-files.ts';
import { phoneJpeg, quarters } from './support/photo-files.ts';
import { sendPhoto } from './support/send-photo.ts';

/** Says how large the picture was that it was given, and says nothing about wide ones. */
const seen: string[] = [];
const reader = {
  ...createNoReader(),
  read: async (image: Uint8Array): Promise<PaperReading> => {
    const { width = 0, height = 0 } = await sharp(image).metadata();
    seen.push(`${width}x${height}`);
    if (width > height) return NOTHING_READ;
    const box = { x: 0, y: 0, width: 1, height: 1 };
    return {
      kind: 'bank-card',
      rotation: 0,
      fields: [{ name: 'cardNumber', value: '6222', confidence: 1, box }],
    };
  },
};

async function begin(server: TestServer) {
  const visitor = visit(server);
  const made = await visitor.call('POST', '/api/drafts', { flow: 'outpatient' });
  const { id: draftId } = made.body as Draft;
  const look = async () =>
    ((await visitor.call('GET', `/api/drafts/${draftId}`)).body as Draft).documents[0];
  return { visitor, draftId, look, image: imageOf(server, visitor) };
}

function imageOf(server: TestServer, visitor: Visitor) {
  return async (id: string, query = '') => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const path = `/api/documents/${id}/image${query}`;
    const answer = await server.app.request(path, { headers: { cookie } });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
}

const landscape = { width: 842, height: 595 };

describeOnBoth(
  'a paper in several pages, or on its side',
  (server) => {
    test('a PDF is kept as pages of pictures, each for its owner only, and read where it says something', async () => {
      const { visitor, draftId, look, image } = await begin(server());
      const pdf = makePdf([
        { ...landscape, content: block('1 0 0', 0, 0, 421, 595) },
        { content: block('0 0 1', 0, 0, 595, 842) },
        { content: block('1 0 0', 0, 0, 595, 842) },
      ]);
      const { id } = await sendPhoto(visitor, { draftId }, pdf);
      expect(await look()).toMatchObject({ id, state: 'received', pages: 3 });
      const sizes = [];
      for (const page of [1, 2, 3]) {
        const { status, bytes } = await image(id, `?page=${page}`);
        const { width, height, format } = await sharp(bytes).metadata();
        sizes.push([status, format, width, height]);
        expect((await image(id, `?size=thumb&page=${page}`)).status).toBe(200);
      }
      expect(sizes).toEqual([
        [200, 'jpeg', 2400, 1696],
        [200, 'jpeg', 1696, 2400],
        [200, 'jpeg', 1696, 2400],
      ]);
      const second = await image(id, '?page=2');
      expect(await quarters(second.bytes)).toEqual(['blue', 'blue', 'blue', 'blue']);
      expect((await image(id, '?page=4')).status).toBe(404);
      expect((await image(id, '?page=0')).status).toBe(422);
      expect((await imageOf(server(), visit(server()))(id, '?page=2')).status).toBe(404);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect((await look())?.reading).toMatchObject({ kind: 'bank-card', filePage: 2 });
      await visitor.call('DELETE', `/api/uploads/${id}`, undefined, { 'tus-resumable': '1.0.0' });
      expect(await server().parts.objects.list(`document/${id}/`)).toEqual([]);
    });

    test('a photo is turned, once for each wish, and read anew', async () => {
      const { visitor, draftId, look, image } = await begin(server());
      // Upright after its own note: red above blue, 80 by 120.
      const { id } = await sendPhoto(visitor, { draftId }, await phoneJpeg());
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect((await look())?.reading?.kind).toBe('bank-card');
      seen.length = 0;
      const path = `/api/documents/${id}/turn`;
      const wish = { 'idempotency-key': `turn-${id}` };
      const turned = await visitor.call('POST', path, { quarters: 1 }, wish);
      expect([turned.status, turned.body]).toEqual([
        200,
        expect.objectContaining({ id, state: 'received', turned: 1 }),
      ]);
      // Sent again because the answer was lost: turned once.
      expect((await visitor.call('POST', path, { quarters: 1 }, wish)).body).toEqual(turned.body);
      expect(await look()).not.toHaveProperty('reading');
      expect(await quarters((await image(id)).bytes)).toEqual(['blue', 'red', 'blue', 'red']);
      const thumb = await sharp((await image(id, '?size=thumb')).bytes).metadata();
      expect([thumb.width, thumb.height]).toEqual([120, 80]);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect(seen).toEqual(['120x80']);
      expect((await look())?.reading?.fields).toEqual([]);
      await visitor.call('POST', path, { quarters: 3 });
      expect(await look()).not.toHaveProperty('turned');
      expect((await image(id)).bytes.length).toBeGreaterThan(0);
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect((await look())?.reading?.kind).toBe('bank-card');
      await visitor.call('DELETE', `/api/uploads/${id}`, undefined, { 'tus-resumable': '1.0.0' });
      expect(await server().parts.objects.list(`document/${id}/`)).toEqual([]);
    });

    test('a reading that was under way while its photo was turned is thrown away', async () => {
      const { visitor, draftId, look } = await begin(server());
      const { id } = await sendPhoto(visitor, { draftId }, await phoneJpeg());
      const { read } = reader;
      reader.read = async (image) => {
        const reading = await read(image);
        reader.read = read;
        await visitor.call('POST', `/api/documents/${id}/turn`, { quarters: 1 });
        return reading;
      };
      await runDueJobs(server().parts, jobHandlers, 'slow');
      expect((await look())?.reading?.kind).not.toBe('bank-card');
    });

    test('nobody turns the photo of another, by a wrong angle, or after the claim was sent', async () => {
      const { visitor, draftId } = await begin(server());
      const { id } = await sendPhoto(visitor, { draftId }, await phoneJpeg());
      const path = `/api/documents/${id}/turn`;
      const other = visit(server());
      await other.call('POST', '/api/drafts', { flow: 'outpatient' });
      expect((await other.call('POST', path, { quarters: 1 })).status).toBe(404);
      for (const wrong of [0, 4, 1.5, '1', undefined])
        expect((await visitor.call('POST', path, { quarters: wrong })).status).toBe(422);
      await server()
        .parts.store.db.updateTable('draft')
        .set({ state: 'submitted' })
        .where('id', '=', draftId)
        .execute();
      const late = await visitor.call('POST', path, { quarters: 1 });
      expect([late.status, (late.body as { code: string }).code]).toEqual([409, 'draft-submitted']);
    });
  },
  () => ({ reader }),
);
