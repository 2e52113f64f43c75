import { expect, it } from 'vitest';
import { KEEP_UNFINISHED_MS } from '#server/services/uploads/limits.ts';
import { sweepUploads } from '#server/services/uploads/sweep-uploads.ts';
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

const DAY = 24 * 3_600_000;

describeOnBoth('a photo that is sent twice', (server) => {
  it('is there once, and the second one is told which it is', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg();
    const first = await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    expect(first.reply.headers.get('document-same-as')).toBeNull();
    const second = await sendPhoto(visitor, { draftId: draft.id, filename: 'other.jpg' }, jpeg);
    expect(second.reply.headers.get('document-state')).toBe('received');
    expect(second.reply.headers.get('document-same-as')).toBe(first.id);
    expect((await photosOf(visitor, draft.id)).map(({ id }) => id)).toEqual([first.id]);
    expect(filesOnTheirWay(server())).toEqual([]);
    // Asked again, after a cut, it says the same.
    const head = await askHead(visitor, `/api/uploads/${second.id}`);
    expect(head.headers.get('document-same-as')).toBe(first.id);
    expect((await fetchPhoto(server(), visitor, second.id)).status).toBe(404);
  });

  it('at the same moment is there once too', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg(900, 600);
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => sendPhoto(visitor, { draftId: draft.id }, jpeg)),
    );
    const [kept, ...others] = await photosOf(visitor, draft.id);
    expect(others).toEqual([]);
    const same = all.map(({ reply }) => reply.headers.get('document-same-as') ?? 'the first');
    expect(same.sort()).toEqual([kept?.id, kept?.id, kept?.id, 'the first'].sort());
  });

  it('is two photos where it answers two questions, and in the claims of two people', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg();
    await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    await sendPhoto(visitor, { draftId: draft.id, field: 'dischargePhotos' }, jpeg);
    expect(await photosOf(visitor, draft.id)).toHaveLength(2);
    const other = await withDraft(server());
    const { reply } = await sendPhoto(other.visitor, { draftId: other.draft.id }, jpeg);
    expect(reply.headers.get('document-same-as')).toBeNull();
  });

  it('may be sent anew once the first one was taken away', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg();
    const first = await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    const second = await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    await visitor.call('DELETE', `/api/uploads/${first.id}`, undefined, TUS);
    // Whoever was told that it is the first one begins anew instead of asking for ever.
    expect((await askHead(visitor, `/api/uploads/${second.id}`)).status).toBe(404);
    const third = await sendPhoto(visitor, { draftId: draft.id }, jpeg);
    expect(third.reply.headers.get('document-same-as')).toBeNull();
    expect((await photosOf(visitor, draft.id)).map(({ id }) => id)).toEqual([third.id]);
  });

  it('is judged again where the first one was of no use', async () => {
    const { visitor, draft } = await withDraft(server());
    const text = Buffer.from('no photo at all');
    await sendPhoto(visitor, { draftId: draft.id }, text);
    const { reply } = await sendPhoto(visitor, { draftId: draft.id }, text);
    expect(reply.headers.get('document-state')).toBe('rejected');
    expect(reply.headers.get('document-same-as')).toBeNull();
  });
});

describeOnBoth('a photo that is begun and not gone on with', (server) => {
  it('is kept for a week after its last piece, and no longer', async () => {
    const { visitor, draft } = await withDraft(server());
    const jpeg = await phoneJpeg(900, 600);
    const begun = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
    const path = begun.headers.get('location') ?? '';
    const third = Math.floor(jpeg.length / 3);
    await sendBytes(visitor, path, 0, jpeg.subarray(0, third));
    server().parts.clock.advance(6 * DAY);
    await visitor.get(`/api/drafts/${draft.id}`);
    await sendBytes(visitor, path, third, jpeg.subarray(third, 2 * third));
    server().parts.clock.advance(6 * DAY);
    await visitor.get(`/api/drafts/${draft.id}`);
    expect((await sweepUploads(server().parts)).forgotten).toBe(0);
    const rest = await sendBytes(visitor, path, 2 * third, jpeg.subarray(2 * third));
    expect(rest.headers.get('document-state')).toBe('received');

    const other = await beginPhoto(visitor, { draftId: draft.id }, jpeg.length);
    server().parts.clock.advance(KEEP_UNFINISHED_MS + DAY);
    expect((await sweepUploads(server().parts)).forgotten).toBe(1);
    expect([404, 401]).toContain(
      (await askHead(visitor, other.headers.get('location') ?? '')).status,
    );
  });
});
