import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Problem } from '#domain/api/problem.ts';
import { finishUpload } from '#server/services/uploads/finish-upload.ts';
import { describeOnBoth } from './support/harness.ts';
import { phoneHeic, phoneJpeg, pngBomb } from './support/photo-files.ts';
import {
  askHead,
  beginPhoto,
  fetchPhoto,
  filesOnTheirWay,
  metadata,
  photosOf,
  sendBytes,
  sendPhoto,
  TUS,
  withDraft,
} from './support/send-photo.ts';

const codeOf = (body: unknown): string => (body as Problem).code;

describeOnBoth('a photo sent in', (server) => {
  it('is kept for its sender, upright and without the place, and its bytes on the way are gone', async () => {
    const { visitor, draft } = await withDraft(server());
    const { id, reply } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
    expect(reply.status).toBe(204);
    expect(reply.headers.get('document-state')).toBe('received');
    expect(await photosOf(visitor, draft.id)).toEqual([
      { id, field: 'invoicePhotos', state: 'received' },
    ]);
    expect(filesOnTheirWay(server())).toEqual([]);
    const full = await fetchPhoto(server(), visitor, id);
    expect(full.status).toBe(200);
    expect(full.headers.get('content-type')).toBe('image/jpeg');
    expect(full.headers.get('cache-control')).toBe('private, no-store');
    expect(full.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await sharp(full.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 80,
      height: 120,
    });
    expect(full.bytes.includes('PhoneMaker')).toBe(false);
    expect(
      (await sharp((await fetchPhoto(server(), visitor, id, 'thumb')).bytes).metadata()).height,
    ).toBe(120);
  });

  it('cannot be read on the disk, where it lies sealed', async () => {
    const { visitor, draft } = await withDraft(server());
    const { id } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
    const path = join(server().place.dataDir, 'objects', 'document', id, 'full');
    const kept = readFileSync(path);
    expect(kept.subarray(0, 4).toString('latin1')).toBe('SLv1');
    expect(kept.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('may be a HEIC photo', async () => {
    const { visitor, draft } = await withDraft(server());
    const facts = { draftId: draft.id, filename: 'IMG_0002.HEIC', filetype: 'image/heic' };
    const { id, reply } = await sendPhoto(visitor, facts, await phoneHeic());
    expect(reply.headers.get('document-state')).toBe('received');
    expect((await sharp((await fetchPhoto(server(), visitor, id)).bytes).metadata()).format).toBe(
      'jpeg',
    );
  });

  it('goes on where it was cut off', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg(1200, 800);
    const begun = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
    const path = begun.headers.get('location') ?? '';
    expect(path).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
    const half = Math.floor(jpeg.length / 2);
    expect((await sendBytes(visitor, path, 0, jpeg.subarray(0, half))).status).toBe(204);
    expect(await photosOf(visitor, draft.id)).toEqual([]);
    const head = await askHead(visitor, path);
    expect(head.headers.get('upload-offset')).toBe(String(half));
    expect(head.headers.get('upload-length')).toBe(String(jpeg.length));
    const wrong = await sendBytes(visitor, path, 3, jpeg.subarray(half));
    expect([wrong.status, codeOf(wrong.body)]).toEqual([409, 'upload-offset']);
    const rest = await sendBytes(visitor, path, half, jpeg.subarray(half));
    expect(rest.headers.get('document-state')).toBe('received');
    const after = await askHead(visitor, path);
    expect(after.headers.get('upload-offset')).toBe(String(jpeg.length));
    expect(await photosOf(visitor, draft.id)).toHaveLength(1);
  });

  it('is received once when its last piece is sent again', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg();
    const { id } = await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    const again = await sendBytes(visitor, `/api/uploads/${id}`, jpeg.length, Buffer.alloc(0));
    expect(again.status).toBe(204);
    await Promise.all([finishUpload(server().parts, id), finishUpload(server().parts, id)]);
    expect(await photosOf(visitor, draft.id)).toHaveLength(1);
  });

  it('gets one place when the answer was lost and it is asked for again under the same key', async () => {
    const { visitor, draft } = await withDraft(server());
    const ask = (filename: string) =>
      visitor.call('POST', '/api/uploads', undefined, {
        ...TUS,
        'idempotency-key': 'photo-1',
        'upload-length': '1000',
        'upload-metadata': metadata({ draftId: draft.id, field: 'invoicePhotos', filename }),
      });
    const [first, again] = [await ask('a.jpg'), await ask('a.jpg')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(
      (await askHead(visitor, again.headers.get('location') ?? '')).headers.get('upload-offset'),
    ).toBe('0');
    const other = await ask('b.jpg');
    expect([other.status, codeOf(other.body)]).toEqual([409, 'idempotency-key-reused']);
    await visitor.call('DELETE', first.headers.get('location') ?? '', undefined, TUS);
  });

  it('is called whatever the phone calls it: the name leads nowhere', async () => {
    const { visitor, draft } = await withDraft(server());
    const names = ['../../../etc/passwd', 'C:\\boot.ini', '发票\u0000😀.jpg', 'x'.repeat(3000), ''];
    for (const [i, filename] of names.entries()) {
      const facts = { draftId: draft.id, filename, filetype: 'text/html\u0000' };
      const { id } = await sendPhoto(visitor, facts, await phoneJpeg(120 + 2 * i, 80));
      expect((await fetchPhoto(server(), visitor, id)).headers.get('content-disposition')).toBe(
        'inline; filename="photo.jpg"',
      );
    }
  });

  it.each([
    ['a renamed program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000)]), 'not-a-photo'],
    [
      'an SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'not-a-photo',
    ],
    ['an empty file', Buffer.alloc(0), 'not-a-photo'],
    ['half a photo', 'half', 'cannot-open'],
    ['a bomb', 'bomb', 'too-large'],
  ])('that is no photo is told plainly: %s', async (_, sent, reason) => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg(1200, 800);
    const bytes =
      sent === 'half'
        ? jpeg.subarray(0, jpeg.length / 2)
        : sent === 'bomb'
          ? pngBomb(8000)
          : Buffer.from(sent);
    const begun = await beginPhoto(visitor, { draftId: draft.id }, bytes.length);
    const path = begun.headers.get('location') ?? '';
    if (bytes.length > 0) expect((await sendBytes(visitor, path, 0, bytes)).status).toBe(204);
    const id = path.split('/').pop();
    expect(await photosOf(visitor, draft.id)).toEqual([
      { id, field: 'invoicePhotos', state: 'rejected', reason },
    ]);
    expect((await fetchPhoto(server(), visitor, id ?? '')).status).toBe(404);
    expect(filesOnTheirWay(server())).toEqual([]);
  });

  it('of 60 MB is refused before it is sent, in words', async () => {
    const { visitor, draft } = await withDraft(server());
    const refused = await beginPhoto(visitor, { draftId: draft.id }, 60 * 1024 * 1024);
    expect([refused.status, codeOf(refused.body)]).toEqual([413, 'photo-too-large']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((refused.body as Problem).detail).toContain('太大');
  });

  it('that is larger than was said is refused', async () => {
    const { visitor, draft } = await withDraft(server());
    const begun = await beginPhoto(visitor, { draftId: draft.id }, 100);
    const path = begun.headers.get('location') ?? '';
    expect((await sendBytes(visitor, path, 0, Buffer.alloc(5000))).status).toBe(413);
    expect((await askHead(visitor, path)).headers.get('upload-offset')).toBe('0');
  });

  it('can be taken away again', async () => {
    const { visitor, draft } = await withDraft(server());
    const { id } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
    const gone = await visitor.call('DELETE', `/api/uploads/${id}`, undefined, TUS);
    expect(gone.status).toBe(204);
    expect(await photosOf(visitor, draft.id)).toEqual([]);
    expect((await fetchPhoto(server(), visitor, id)).status).toBe(404);
    expect(await server().parts.objects.get(`document/${id}/full`)).toBeUndefined();
  });
});
