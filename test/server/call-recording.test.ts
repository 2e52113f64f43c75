import { expect, test } from 'vitest';
import { RECORDING_NOTICE, type CallRecording } from '#domain/handoff/recording.ts';
import type { Problem } from '#domain/api/problem.ts';
import { readConfig } from '#server/config.ts';
import { sweepRecordings } from '#server/services/call-recording/remove-recording.ts';
import { agentOf, asking, emptyQueue, logOf, takeThis } from './support/desk.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth, TEST_SECRET } from './support/harness.ts';
import { webm } from './support/recordings.ts';
import { auditOf } from './support/staff.ts';

const config = readConfig({
  APP_MODE: 'test',
  APP_SECRET: TEST_SECRET,
  CALLS_RECORDED: 'on',
  CALL_RECORDING_DAYS: '100',
});
const DAY = 24 * 3_600_000;
const FIRST = Buffer.from(webm(3));
const NEXT = Buffer.from('what was said in the next five seconds');
let count = 0;

const write = (who: Visitor, id: string, kind: string, body: object, query = '') =>
  who.post<{ seq: number } & Problem>(`/api/conversations/${id}/events${query}`, {
    clientId: `r${++count}`,
    kind,
    body,
  });
const answer = (who: Visitor, id: string, given: boolean, callId = 'c1') =>
  write(who, id, 'consent', { what: 'recording', given, notice: RECORDING_NOTICE, callId });
const piece = (who: Visitor, id: string, at: number, bytes: Uint8Array, callId = 'c1') =>
  who.callWith<{ pieces: number } & Problem>(
    'PUT',
    `/api/conversations/${id}/recordings/${callId}/pieces/${at}?as=staff`,
    new Blob([new Uint8Array(bytes)]),
    { 'content-type': 'application/octet-stream' },
  );
const listOf = async (who: Visitor, id: string, query = '') =>
  (await who.get<{ recordings: CallRecording[] }>(`/api/conversations/${id}/recordings${query}`))
    .body.recordings;

describeOnBoth(
  'a call is recorded only with its customer’s yes',
  (server) => {
    const inCall = async (callId = 'c1') => {
      await emptyQueue(server());
      const { visitor, id } = await asking(server());
      const agent = await agentOf(server(), 'agent1', 8);
      await takeThis(agent, id);
      await write(agent, id, 'call-offer', { callId, sdp: 'offer' }, '?as=staff');
      await write(visitor, id, 'call-answer', { callId, sdp: 'answer' });
      return { visitor, id, agent };
    };
    const stored = (id: string) =>
      server()
        .parts.store.db.selectFrom('call_recording')
        .selectAll()
        .where('conversation_id', '=', id)
        .executeTakeFirstOrThrow();

    test('nothing is kept before the yes, after a no, or for another call', async () => {
      const { visitor, id, agent } = await inCall();
      const refused = { status: 409, code: 'recording-not-agreed' };
      expect((await piece(agent, id, 0, FIRST)).body).toMatchObject(refused);
      expect(
        (await write(agent, id, 'recording-asked', { callId: 'c1' }, '?as=staff')).status,
      ).toBe(201);
      expect((await piece(agent, id, 0, FIRST)).body).toMatchObject(refused);
      await answer(visitor, id, false);
      expect((await piece(agent, id, 0, FIRST)).body).toMatchObject(refused);
      // A no stands: a yes that comes later in the same call was not asked for.
      await answer(visitor, id, true);
      expect((await piece(agent, id, 0, FIRST)).body).toMatchObject(refused);
      await answer(visitor, id, true, 'c2');
      expect((await piece(agent, id, 0, FIRST, 'c2')).status).toBe(200);
      expect((await piece(agent, id, 0, FIRST, 'c3')).body).toMatchObject(refused);
      expect(await listOf(visitor, id)).toMatchObject([{ callId: 'c2' }]);
    });

    test('a yes to words of before counts as none', async () => {
      const { visitor, id, agent } = await inCall();
      const old = { what: 'recording', given: true, notice: RECORDING_NOTICE - 1, callId: 'c1' };
      await write(visitor, id, 'consent', old);
      expect((await piece(agent, id, 0, FIRST)).status).toBe(409);
    });

    test('staff cannot say yes, and it is written down that they tried; a customer cannot ask or send', async () => {
      const { visitor, id, agent } = await inCall();
      const before = (await auditOf(server(), 'staff-refused')).length;
      const yes = { what: 'recording', given: true, notice: RECORDING_NOTICE, callId: 'c1' };
      const tried = await write(agent, id, 'consent', yes, '?as=staff');
      expect(tried.body).toMatchObject({ status: 403, code: 'staff-may-not' });
      expect((await piece(agent, id, 0, FIRST)).status).toBe(409);
      await answer(visitor, id, true);
      const away = await agent.call<Problem>(
        'DELETE',
        `/api/conversations/${id}/recordings/c1?as=staff`,
      );
      expect([away.status, away.body.code]).toEqual([403, 'staff-may-not']);
      expect(await auditOf(server(), 'staff-refused')).toHaveLength(before + 2);
      expect((await write(visitor, id, 'recording-asked', { callId: 'c1' })).status).toBe(422);
      const own = await visitor.callWith(
        'PUT',
        `/api/conversations/${id}/recordings/c1/pieces/0`,
        new Blob([new Uint8Array(FIRST)]),
        { 'content-type': 'application/octet-stream' },
      );
      expect(own.status).toBe(403);
      const agent2 = await agentOf(server(), 'agent2');
      expect((await piece(agent2, id, 0, FIRST)).status).toBe(404);
    });

    test('pieces are kept once each, in order, sealed, and are the sound one after the other', async () => {
      const { visitor, id, agent } = await inCall();
      await answer(visitor, id, true);
      const page = await piece(agent, id, 0, Buffer.from('<!doctype html>'));
      expect([page.status, page.body.code]).toEqual([422, 'file-not-usable']);
      expect((await piece(agent, id, 1, NEXT)).body.code).toBe('piece-not-next');
      for (const [at, bytes, pieces] of [
        [0, FIRST, 1],
        [0, FIRST, 1],
        [1, NEXT, 2],
        [1, NEXT, 2],
        [0, FIRST, 2],
      ] as const)
        expect((await piece(agent, id, at, bytes)).body).toEqual({ pieces });
      expect((await piece(agent, id, 1, FIRST)).body.code).toBe('client-id-reused');

      const row = await stored(id);
      expect(row).toMatchObject({ pieces: 2, notice: RECORDING_NOTICE, file_type: 'audio/webm' });
      expect(row.keep_until - row.started_at).toBe(100 * DAY);
      const sealed = await server().parts.objects.get(`recording/${row.id}/1`);
      expect(Buffer.from(sealed ?? []).includes(NEXT)).toBe(false);
      const heard = await server().app.request(`/api/conversations/${id}/recordings/c1/sound`, {
        headers: { cookie: [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
      });
      expect(heard.headers.get('content-type')).toBe('audio/webm');
      expect(Buffer.from(await heard.arrayBuffer())).toEqual(Buffer.concat([FIRST, NEXT]));
      expect((await visit(server()).get(`/api/conversations/${id}/recordings`)).status).toBe(404);
    });

    test('a no in the middle stops it at once; what was recorded stays until its customer takes it away', async () => {
      const { visitor, id, agent } = await inCall();
      await answer(visitor, id, true);
      await piece(agent, id, 0, FIRST);
      await answer(visitor, id, false);
      expect((await piece(agent, id, 1, NEXT)).body.code).toBe('recording-not-agreed');
      expect(await listOf(visitor, id)).toHaveLength(1);
      const { id: recordingId } = await stored(id);
      expect(await server().parts.objects.list(`recording/${recordingId}/`)).toHaveLength(1);
      const path = `/api/conversations/${id}/recordings/c1`;
      expect((await visit(server()).call('DELETE', path)).status).toBe(404);
      for (const _ of [1, 2]) expect((await visitor.call('DELETE', path)).status).toBe(204);
      expect(await listOf(visitor, id)).toEqual([]);
      expect((await visitor.get(`${path}/sound`)).status).toBe(404);
      expect(await server().parts.objects.list(`recording/${recordingId}/`)).toEqual([]);
      expect(
        (await logOf(visitor, id)).filter(({ kind }) => kind === 'recording-removed'),
      ).toHaveLength(1);
      expect((await piece(agent, id, 0, FIRST)).status).toBe(409);
    });

    test('the last words of a call that has ended still come, and none long after', async () => {
      const { visitor, id, agent } = await inCall();
      await answer(visitor, id, true);
      await piece(agent, id, 0, FIRST);
      await write(visitor, id, 'call-ended', { callId: 'c1', reason: 'hung-up' });
      expect((await piece(agent, id, 1, NEXT)).status).toBe(200);
      server().parts.clock.advance(31_000);
      expect((await piece(agent, id, 2, NEXT)).status).toBe(409);
    });

    test('staff hear it for a reason only, which is written down', async () => {
      const { visitor, id, agent } = await inCall();
      await answer(visitor, id, true);
      await piece(agent, id, 0, FIRST);
      const path = `/api/conversations/${id}/recordings/c1`;
      expect((await agent.get(`${path}/sound?as=staff`)).status).toBe(403);
      expect((await agent.post(`${path}/hear?as=staff`, {})).status).toBe(422);
      const before = (await auditOf(server(), 'recording-heard')).length;
      const heard = await agent.post(`${path}/hear?as=staff`, { reason: 'complaint' });
      expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/webm']);
      const written = (await auditOf(server(), 'recording-heard')).slice(before);
      expect(written).toMatchObject([{ subject_id: id }]);
      expect(written[0]?.detail).toContain('complaint');
      const other = await agentOf(server(), 'agent2');
      expect((await other.post(`${path}/hear?as=staff`, { reason: 'complaint' })).status).toBe(404);
      const counter = await agentOf(server(), 'counter1');
      expect((await counter.post(`${path}/hear?as=staff`, { reason: 'complaint' })).status).toBe(
        403,
      );
    });

    test('it is gone when its time is over', async () => {
      const { visitor, id, agent } = await inCall();
      await answer(visitor, id, true);
      await piece(agent, id, 0, FIRST);
      const row = await stored(id);
      await sweepRecordings(server().parts);
      expect(await server().parts.objects.list(`recording/${row.id}/`)).toHaveLength(1);
      server().parts.clock.advance(100 * DAY);
      await sweepRecordings(server().parts);
      expect(await server().parts.objects.list(`recording/${row.id}/`)).toEqual([]);
      expect(await stored(id)).toMatchObject({ removed_by: 'time' });
    });
  },
  () => ({ config }),
);

describeOnBoth('where calls are not recorded', (server) => {
  test('nobody can ask, and nothing is taken', async () => {
    await emptyQueue(server());
    const { visitor, id } = await asking(server());
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const asked = await write(agent, id, 'recording-asked', { callId: 'c1' }, '?as=staff');
    expect([asked.status, asked.body.code]).toEqual([409, 'recording-off']);
    await answer(visitor, id, true);
    expect((await piece(agent, id, 0, FIRST)).status).toBe(404);
    expect((await visitor.get<object>('/api/voice/config')).body).not.toHaveProperty(
      'recordingDays',
    );
  });
});
