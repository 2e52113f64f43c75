import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { engines, makePlace } from './support/databases.ts';
import type { Visitor } from './support/customer.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { phoneHeic, phoneJpeg } from './support/photo-files.ts';
import { askHead, beginPhoto, photosOf, sendBytes, TUS } from './support/send-photo.ts';
import { spawnServer } from './support/spawn-server.ts';

let dist = '';
beforeAll(async () => {
  dist = await makeFakeBuild();
});
afterAll(async () => {
  await rm(dist, { recursive: true, force: true });
});

/** What a phone does: asks how far it got and goes on from there. */
async function goOn(visitor: Visitor, path: string, bytes: Uint8Array): Promise<number> {
  const head = await askHead(visitor, path);
  expect(head.status).toBe(200);
  const offset = Number(head.headers.get('upload-offset'));
  if (offset < bytes.byteLength) {
    expect((await sendBytes(visitor, path, offset, bytes.subarray(offset))).status).toBe(204);
  }
  return offset;
}

describe.each(engines)('a server killed while photos come in (%s)', (engine) => {
  it(
    'has every byte that it acknowledged, and every photo once',
    { timeout: 120_000 },
    async () => {
      const place = await makePlace(engine);
      let server = await spawnServer(place, dist);
      try {
        let visitor = server.visit();
        const { body: draft } = await visitor.post<Draft>('/api/drafts', { flow: 'hospital' });
        const photos: string[] = [];
        const jpeg = await phoneJpeg(2400, 1600);
        // The last piece goes out and the server dies so many ms later: before, while and after it makes the photo.
        for (const [delay, bytes] of [
          [0, jpeg],
          [60, await phoneHeic()],
          [700, await phoneJpeg(2400, 1602)],
        ] as const) {
          const begun = await beginPhoto(visitor, { draftId: draft.id }, bytes.byteLength);
          const path = begun.headers.get('location') ?? '';
          photos.push(path.split('/').pop() ?? '');
          const half = Math.floor(bytes.byteLength / 2);
          expect((await sendBytes(visitor, path, 0, bytes.subarray(0, half))).status).toBe(204);
          const last = sendBytes(visitor, path, half, bytes.subarray(half)).then(
            (reply) => reply.status,
            () => 'cut',
          );
          await sleep(delay);
          await server.kill();
          const outcome = await last;
          server = await spawnServer(place, dist);
          visitor = server.visit(visitor.cookies);
          const offset = await goOn(visitor, path, bytes);
          expect(offset).toBeGreaterThanOrEqual(outcome === 204 ? bytes.byteLength : half);
        }
        const kept = await photosOf(visitor, draft.id);
        expect(kept.map(({ id, field }) => ({ id, field }))).toEqual(
          photos.map((id) => ({ id, field: 'invoicePhotos' })),
        );
        // That nothing can be read on them may have been found out by now.
        expect(kept.filter(({ state }) => !HERE.includes(state))).toEqual([]);
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        for (const id of photos) {
          const image = await fetch(`${server.url}/api/documents/${id}/image`, {
            headers: { cookie },
          });
          expect((await sharp(Buffer.from(await image.arrayBuffer())).metadata()).format).toBe(
            'jpeg',
          );
        }
      } finally {
        await server.kill();
        await place.remove();
      }
    },
  );
});

const HERE: readonly string[] = ['received', 'unreadable'];

describe('a line that is cut in the middle of a piece', () => {
  it('loses nothing that had arrived, and goes on at once', { timeout: 60_000 }, async () => {
    const place = await makePlace('sqlite');
    const server = await spawnServer(place, dist);
    try {
      const visitor = server.visit();
      const { body: draft } = await visitor.post<Draft>('/api/drafts', { flow: 'hospital' });
      const jpeg = await phoneJpeg(2400, 1600);
      const begun = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
      const path = begun.headers.get('location') ?? '';
      const half = Math.floor(jpeg.length / 2);
      await new Promise<void>((resolve) => {
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const sending = request(`${server.url}${path}`, {
          method: 'PATCH',
          headers: {
            ...TUS,
            cookie,
            'upload-offset': '0',
            'content-type': 'application/offset+octet-stream',
            'content-length': jpeg.length,
          },
        });
        sending.on('error', () => resolve());
        sending.write(jpeg.subarray(0, half), () =>
          setTimeout(() => sending.destroy(new Error('cut')), 300),
        );
      });
      const began = performance.now();
      expect(await goOn(visitor, path, jpeg)).toBe(half);
      expect(performance.now() - began).toBeLessThan(5000);
      expect(HERE).toContain((await photosOf(visitor, draft.id))[0]?.state);
    } finally {
      await server.kill();
      await place.remove();
    }
  });
});
