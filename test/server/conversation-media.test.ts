import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ConversationFile, VoiceConfig } from '#domain/api/conversation.ts';
import type { Problem } from '#domain/api/problem.ts';
import { readConfig } from '#server/config.ts';
import { voiceConfig } from '#server/services/handoff/voice-config.ts';
import { agentOf, asking, emptyQueue, takeThis } from './support/desk.ts';
import { infect, switchedScanner } from './support/clamd.ts';
import { visit, type Visitor } from './support/customer.ts';
import { describeOnBoth } from './support/harness.ts';
import { phoneJpeg } from './support/photo-files.ts';
import { webm } from './support/recordings.ts';
import { auditOf } from './support/staff.ts';

const send = (visitor: Visitor, id: string, bytes: Uint8Array) =>
  visitor.callWith<ConversationFile & Problem>(
    'POST',
    `/api/conversations/${id}/files`,
    new Blob([new Uint8Array(bytes)]),
    { 'content-type': 'application/octet-stream' },
  );

describeOnBoth('photos in a conversation', (server) => {
  test('a photo is cleaned, kept sealed, named by a message and seen by both sides alone', async () => {
    await emptyQueue(server());
    const { visitor, id } = await asking(server());
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    const kept = await send(visitor, id, await phoneJpeg());
    expect([kept.status, kept.body.kind, kept.body.fileType]).toEqual([201, 'photo', 'image/jpeg']);
    const said = await visitor.post(`/api/conversations/${id}/events`, {
      clientId: 'photo',
      kind: 'message',
      body: { fileId: kept.body.fileId },
    });
    expect(said.status).toBe(201);
    const path = `/api/conversations/${id}/files/${kept.body.fileId}`;
    for (const [who, query] of [
      [visitor, ''],
      [agent, '?as=staff'],
    ] as const) {
      const reply = await who.get(`${path}${query}`);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    const other = await asking(server());
    expect((await other.visitor.get(path)).status).toBe(404);
    const theirs = `/api/conversations/${other.id}/files/${kept.body.fileId}`;
    expect((await other.visitor.get(theirs)).status).toBe(404);
    const agent2 = await agentOf(server(), 'agent2');
    expect((await agent2.get(`${path}?as=staff`)).status).toBe(404);
  });

  test('what is no photo and no recording, and what is too large, is refused with a word', async () => {
    const { visitor, id } = await asking(server());
    expect((await send(visitor, id, Buffer.from('<script>'))).body.code).toBe('file-not-usable');
    expect((await send(visitor, id, new Uint8Array(0))).status).toBe(422);
    const large = await send(visitor, id, new Uint8Array(10 * 1024 * 1024 + 1));
    expect([large.status, large.body.code]).toEqual([413, 'file-too-large']);
    expect((await send(visit(server()), id, await phoneJpeg())).status).toBe(404);
  });

  test('the servers of a call are for who is known here', async () => {
    const { visitor } = await asking(server());
    const { body } = await visitor.get<VoiceConfig>('/api/voice/config');
    expect(body).toEqual({ iceServers: [], ttlSeconds: 14_400, isRecorded: false, notice: 2 });
    expect((await visit(server()).get('/api/voice/config')).status).toBe(404);
    const agent = await agentOf(server());
    expect((await agent.get('/api/voice/config?as=staff')).status).toBe(200);
    const counter = await agentOf(server(), 'counter1');
    expect((await counter.get('/api/voice/config?as=staff')).status).toBe(403);
  });
});

const clamd = switchedScanner();
describeOnBoth(
  'what is sent into a conversation is looked through first',
  (server) => {
    test('a spoken message or a photo with a virus is refused and written down', async () => {
      const { visitor, id } = await asking(server());
      for (const bytes of [Buffer.from(webm(3)), Buffer.from(await phoneJpeg())]) {
        expect((await send(visitor, id, bytes)).status).toBe(201);
        const bad = await send(visitor, id, infect(bytes));
        expect([bad.status, bad.body.code]).toEqual([422, 'file-not-usable']);
      }
      expect(await auditOf(server(), 'file-infected')).toHaveLength(2);
    });

    test('while the scanner is away the phone keeps it and asks again', async () => {
      const { visitor, id } = await asking(server());
      clamd.isDown = true;
      const away = await send(visitor, id, Buffer.from(webm(3)));
      expect([away.status, away.body.code]).toEqual([503, 'busy']);
      clamd.isDown = false;
      expect((await send(visitor, id, Buffer.from(webm(3)))).status).toBe(201);
    });
  },
  () => ({ scanner: clamd.scanner }),
);

test('credentials of the TURN server end by themselves and are made from the shared secret', () => {
  const config = readConfig({
    STUN_URLS: 'stun:turn.example.org:3478',
    TURN_URLS: 'turns:turn.example.org:443?transport=tcp',
    TURN_SECRET: 'shared',
  });
  const made = voiceConfig({ config, clock: { now: () => 1_000_000 } }, 'somebody');
  const [stun, turn] = made.iceServers;
  expect(stun).toEqual({ urls: ['stun:turn.example.org:3478'] });
  expect(turn?.username).toBe('15400:somebody');
  expect(turn?.credential).toBe(
    createHmac('sha1', 'shared').update('15400:somebody').digest('base64'),
  );
  expect(() =>
    readConfig({ TURN_URLS: 'turn:x:1', HUMAN_HOURS: 'always', STUN_URLS: 'http://x' }),
  ).toThrow(/STUN_URLS[^]*TURN_SECRET|HUMAN_HOURS/);
});

test('calls are recorded where the insurer has decided so, and for how long is told with the question', () => {
  const told = (env: Record<string, string>) => {
    const { isRecorded, recordingDays } = voiceConfig(
      { config: readConfig(env), clock: { now: () => 0 } },
      'somebody',
    );
    return [isRecorded, recordingDays];
  };
  expect(told({})).toEqual([false, undefined]);
  expect(told({ CALLS_RECORDED: 'off', CALL_RECORDING_DAYS: '200' })).toEqual([false, undefined]);
  expect(told({ CALLS_RECORDED: 'on' })).toEqual([false, 92]);
  expect(told({ CALLS_RECORDED: 'ask-first', CALL_RECORDING_DAYS: '365' })).toEqual([true, 365]);
  expect(() => readConfig({ CALLS_RECORDED: 'yes', CALL_RECORDING_DAYS: '30' })).toThrow(
    /CALLS_RECORDED[^]*CALL_RECORDING_DAYS/,
  );
});
