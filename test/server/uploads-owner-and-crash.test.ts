import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEEP_UNFINISHED_MS } from '#server/services/uploads/limits.ts';
import { sweepUploads } from '#server/services/uploads/sweep-uploads.ts';
import { visit } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import {
  askHead,
  beginPhoto,
  fetchPhoto,
  filesOnTheirWay,
  photosOf,
  sendBytes,
  sendPhoto,
  TUS,
  withDraft,
} from './support/send-photo.ts';

describeOnBoth("somebody else's photo", (server) => {
  it('is not there for a stranger, on its way or kept, by any verb', async () => {
    const { visitor, draft } = await withDraft(server());
    const { visitor: stranger } = await withDraft(server());
    const nobody = visit(server());
    const begun = await beginPhoto(visitor, { draftId: draft.id }, 1000);
    const path = begun.headers.get('location') ?? '';
    const { id } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
    for (const other of [stranger, nobody]) {
      expect((await beginPhoto(other, { draftId: draft.id }, 1000)).status).toBe(404);
      expect((await askHead(other, path)).status).toBe(404);
      expect((await sendBytes(other, path, 0, Buffer.alloc(10))).status).toBe(404);
      expect((await other.call('DELETE', path, undefined, TUS)).status).toBe(404);
      expect((await fetchPhoto(server(), other, id)).status).toBe(404);
    }
    expect((await askHead(visitor, path)).status).toBe(200);
    for (const odd of [
      '/api/uploads/..%2f..%2fetc%2fpasswd',
      '/api/uploads/%00',
      `${path}/x`,
      '/api/uploads/x',
    ]) {
      expect((await askHead(visitor, odd)).status).toBe(404);
    }
    expect((await visitor.get(path)).status).toBe(405);
  });

  it('and odd requests are refused plainly, never with our mistake', async () => {
    const { visitor, draft } = await withDraft(server());
    const post = (headers: Record<string, string>) =>
      visitor.call('POST', '/api/uploads', undefined, { ...TUS, ...headers });
    const good = `draftId ${Buffer.from(draft.id).toString('base64')},field ${Buffer.from('invoicePhotos').toString('base64')}`;
    expect(
      (
        await visitor.call('POST', '/api/uploads', undefined, {
          'upload-length': '5',
          'upload-metadata': good,
        })
      ).status,
    ).toBe(412);
    expect((await post({ 'upload-metadata': good })).status).toBe(400);
    expect((await post({ 'upload-length': '-1', 'upload-metadata': good })).status).toBe(400);
    expect((await post({ 'upload-length': '5', 'upload-metadata': 'draftId !!!' })).status).toBe(
      400,
    );
    expect((await post({ 'upload-length': '5' })).status).toBe(400);
    for (const field of ['cause', 'constructor', 'nothing']) {
      expect((await beginPhoto(visitor, { draftId: draft.id, field }, 5)).status).toBe(422);
    }
    expect((await beginPhoto(visitor, { draftId: "x'\u0000--" }, 5)).status).toBe(404);
    const foreign = await post({
      'upload-length': '5',
      'upload-metadata': good,
      origin: 'https://elsewhere.example',
    });
    expect(foreign.status).toBe(403);
  });
});

describeOnBoth('a server that stopped between the last byte and the photo', (server) => {
  it('finishes it when the draft is next looked at', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg();
    const begun = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
    const id = begun.headers.get('location')?.split('/').pop() ?? '';
    // As if the process had died after the bytes were on the disk and before anything else.
    await writeFile(join(server().place.dataDir, 'uploads', id), jpeg);
    expect(await photosOf(visitor, draft.id)).toEqual([
      { id, field: 'invoicePhotos', state: 'received' },
    ]);
    expect(filesOnTheirWay(server())).toEqual([]);
  });

  it('finishes it when the phone asks how far it got, and tidies at start', async () => {
    const { visitor, draft } = await withDraft(server());
    const paths: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const jpeg = await phoneJpeg(120, 80 + i);
      const begun = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
      paths.push(begun.headers.get('location') ?? '');
      await writeFile(
        join(server().place.dataDir, 'uploads', paths[i]?.split('/').pop() ?? ''),
        jpeg,
      );
    }
    const head = await askHead(visitor, paths[0] ?? '');
    expect(head.headers.get('document-state')).toBe('received');
    await beginPhoto(visitor, { draftId: draft.id }, 1000);
    expect(await sweepUploads(server().parts)).toEqual({ finished: 0, dropped: 0, forgotten: 0 });
    server().parts.clock.advance(KEEP_UNFINISHED_MS + 1000);
    const swept = await sweepUploads(server().parts);
    expect(swept.forgotten).toBe(1);
    expect(filesOnTheirWay(server())).toEqual([]);
    expect(await photosOf(visitor, draft.id)).toHaveLength(2);
  });

  it('keeps the bytes while the photo store is down, and finishes when it is back', async () => {
    const { objects } = server().parts;
    const { put } = objects;
    objects.put = () => Promise.reject(new Error('down'));
    const { visitor, draft } = await withDraft(server());
    const { reply } = await sendPhoto(visitor, { draftId: draft.id }, await phoneJpeg());
    expect(reply.status).toBe(204);
    expect(await photosOf(visitor, draft.id)).toEqual([]);
    objects.put = put;
    expect(await photosOf(visitor, draft.id)).toHaveLength(1);
  });
});
