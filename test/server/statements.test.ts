import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/api/draft.ts';
import { readRange } from '#server/http/byte-range.ts';
import { examineMedia } from '#server/services/statements/examine-media.ts';
import { describeOnBoth, makeServer, noSpeech, type TestServer } from './support/harness.ts';
import { visit, type Visitor } from './support/customer.ts';
import { mp4, ogg, webm, webmAttachment, webmTags } from './support/recordings.ts';
import { photosOf, sendPhoto } from './support/send-photo.ts';

describe('a recording is known by its content', () => {
  it.each([
    ['a WebM with sound, as Android records it', webm(3), 'audio/webm'],
    ['a WebM with picture and sound', webm(3, [1, 2]), 'video/webm'],
    ['an MP4, as an iPhone records it', mp4(3), 'audio/mp4'],
    ['an MP4 with picture and sound', mp4(3, ['vide', 'soun']), 'video/mp4'],
    ['an MP4 written piece by piece', mp4(3, ['soun'], true), 'audio/mp4'],
    ['an Ogg, as Firefox records it', ogg(3), 'audio/ogg'],
  ])('%s', (_, bytes, type) => expect(examineMedia(bytes)).toEqual({ type, seconds: 3 }));

  it.each([
    ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'not-a-recording'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-recording'],
    ['nothing', Buffer.alloc(0), 'not-a-recording'],
    ['more than three minutes', webm(240), 'too-long'],
    ['an hour in an MP4', mp4(3600), 'too-long'],
    ['an hour in an Ogg', ogg(3600), 'too-long'],
    ['a track of text in an MP4', mp4(3, ['soun', 'text']), 'cannot-open'],
    ['a track of text in a WebM', webm(3, [2, 17]), 'cannot-open'],
    ['a file inside a WebM', webm(3, [2], [webmAttachment]), 'cannot-open'],
    ['an Ogg with something else in it', ogg(3, 'fishead\0'), 'cannot-open'],
    ['an MP4 without a head', mp4(3).subarray(0, 30), 'cannot-open'],
  ])('and refused with its reason: %s', (_, bytes, reason) =>
    expect(examineMedia(bytes)).toEqual({ reason }),
  );

  it('also where a battery died over its last piece', () => {
    for (const whole of [webm(5), mp4(5, ['soun'], true), ogg(5)]) {
      expect(examineMedia(whole.subarray(0, whole.length - 10))).toHaveProperty('type');
    }
  });

  it('and whatever a file says, there is an answer', () => {
    const seeds = [webm(2, [1, 2]), mp4(2), mp4(2, ['soun'], true), ogg(2)];
    const bent = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
      )
      .map(([seed, changes]) => {
        const bytes = Buffer.from(seed);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const found = examineMedia(bytes);
        expect('reason' in found || found.seconds >= 0).toBe(true);
      }),
    );
  });
});

describe('the part of a file that a player asks for', () => {
  it.each([
    ['bytes=0-1', { from: 0, to: 1 }],
    ['bytes=5-', { from: 5, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=0-99', { from: 0, to: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=3-1', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
    [undefined, undefined],
  ])('%s', (header, wanted) => expect(readRange(header, 10)).toEqual(wanted));
});

interface Fetched {
  status: number;
  headers: Headers;
  bytes: Buffer;
}
async function fetchMedia(
  server: TestServer,
  who: Visitor,
  id: string,
  range?: string,
): Promise<Fetched> {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await server.app.request(`/api/documents/${id}/media`, {
    headers: { cookie, ...(range ? { range } : {}) },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

async function withStatement(server: TestServer, bytes: Uint8Array) {
  const visitor = visit(server);
  const { body: draft } = await visitor.post<Draft>('/api/drafts', { flow: 'other' });
  const facts = { draftId: draft.id, field: 'statement', filename: 's.webm', filetype: 'x/y' };
  return { visitor, draft, ...(await sendPhoto(visitor, facts, bytes)) };
}

describeOnBoth('a statement sent in', (server) => {
  it('is kept sealed byte for byte, and played by its owner, whole or in parts', async () => {
    const sent = webm(4);
    const { visitor, draft, id, reply } = await withStatement(server(), sent);
    expect(reply.headers.get('document-state')).toBe('received');
    expect(await photosOf(visitor, draft.id)).toEqual([
      { id, field: 'statement', state: 'received', media: 'audio', seconds: 4 },
    ]);
    const whole = await fetchMedia(server(), visitor, id);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/webm');
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('cache-control')).toBe('private, no-store');
    expect(whole.bytes.equals(sent)).toBe(true);
    const part = await fetchMedia(server(), visitor, id, 'bytes=4-7');
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 4-7/${sent.length}`);
    expect(part.bytes.equals(sent.subarray(4, 8))).toBe(true);
    expect((await fetchMedia(server(), visitor, id, 'bytes=999999-')).status).toBe(416);
    const kept = readFileSync(join(server().place.dataDir, 'objects', 'document', id, 'full'));
    expect(kept.includes(Buffer.from('webm'))).toBe(false);
  });

  it.each([
    ['an MP4', mp4(3, ['vide', 'soun'], false, '+39.9042+116.4074/'), 'video'],
    ['an MP4 in pieces', mp4(3, ['soun'], true, '+39.9042+116.4074/'), 'audio'],
    ['a WebM', webm(3, [2], [webmTags('LOCATION +39.9042+116.4074/')]), 'audio'],
  ])('does not keep where it was recorded: %s', async (_, bytes, media) => {
    expect(bytes.includes(Buffer.from('+39.9042'))).toBe(true);
    const { visitor, draft, id } = await withStatement(server(), bytes);
    expect(await photosOf(visitor, draft.id)).toMatchObject([
      { state: 'received', media, seconds: 3 },
    ]);
    const kept = (await fetchMedia(server(), visitor, id)).bytes;
    expect(kept.includes(Buffer.from('39.9042'))).toBe(false);
    expect(kept.length).toBe(bytes.length);
    expect(examineMedia(kept)).toMatchObject({ seconds: 3 });
  });

  it('is nobody else’s, and no picture', async () => {
    const { visitor, id } = await withStatement(server(), mp4(2));
    expect((await fetchMedia(server(), visit(server()), id)).status).toBe(404);
    expect((await visitor.get(`/api/documents/${id}/image?size=thumb`)).status).toBe(404);
    const staff = visit(server());
    await staff.post('/api/staff/sessions', { username: 'agent1', password: 'silverlane-demo' });
    expect((await fetchMedia(server(), staff, id)).status).toBe(404);
  });

  it('of no use is refused with its reason', async () => {
    const { reply } = await withStatement(server(), Buffer.from('%PDF-1.7 …'));
    expect(reply.headers.get('document-state')).toBe('rejected');
    expect(reply.headers.get('document-reason')).toBe('not-a-recording');
  });

  it('has no words where no service writes them down', async () => {
    const { visitor, id } = await withStatement(server(), ogg(2));
    const { status, body } = await visitor.post(`/api/documents/${id}/transcript`, {});
    expect([status, body]).toEqual([200, {}]);
  });

  it('has the words that a service heard, for its owner alone', async () => {
    const own = await makeServer(server().engine, {
      speech: { ...noSpeech, transcribe: ({ type }) => Promise.resolve(` 我摔了一跤 ${type} `) },
    });
    try {
      const { visitor, id } = await withStatement(own, ogg(2));
      const { body } = await visitor.post(`/api/documents/${id}/transcript`, {});
      expect(body).toEqual({ text: '我摔了一跤 audio/ogg' });
      const stranger = visit(own);
      await stranger.post('/api/drafts', { flow: 'other' });
      expect((await stranger.post(`/api/documents/${id}/transcript`, {})).status).toBe(404);
    } finally {
      await own.close();
    }
  });
});
