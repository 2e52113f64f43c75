import { expect, test } from 'vitest';
import type { VoiceConfig } from '#domain/api/conversation.ts';
import type { Problem } from '#domain/api/problem.ts';
import { createDemoCaptions } from '#server/adapters/speech/demo-captions.ts';
import { SpeechError, type SpokenWords } from '#server/adapters/speech/speech.ts';
import { agentOf, asking, logOf, takeThis } from './support/desk.ts';
import type { Visitor } from './support/customer.ts';
import { describeOnBoth, noSpeech } from './support/harness.ts';
import { ogg, webm } from './support/recordings.ts';

const send = (visitor: Visitor, id: string, bytes: Uint8Array, query = '?as=staff') =>
  visitor.callWith<{ text: string } & Problem>(
    'POST',
    `/api/conversations/${id}/captions${query}`,
    new Blob([new Uint8Array(bytes)]),
    { 'content-type': 'application/octet-stream' },
  );

const heard: SpokenWords[] = [];
let isDown = false;
const service = {
  ...noSpeech,
  caption: async (words: SpokenWords) => {
    if (isDown) throw new SpeechError('down');
    heard.push(words);
    return ' 您的材料齐了。 ';
  },
};

describeOnBoth(
  'captions of a call',
  (server) => {
    test('are what staff say, for the page alone: nothing of it stands in the log', async () => {
      const { visitor, id } = await asking(server());
      const agent = await agentOf(server(), 'agent1', 8);
      await takeThis(agent, id);
      const before = await logOf(visitor, id);
      const said = await send(agent, id, webm(4));
      expect([said.status, said.body]).toEqual([200, { text: '您的材料齐了。' }]);
      expect(heard[heard.length - 1]).toMatchObject({ type: 'audio/webm', lng: 'zh-CN' });
      expect(await logOf(visitor, id)).toEqual(before);
      const { body } = await visitor.get<VoiceConfig>('/api/voice/config');
      expect(body.canCaption).toBe(true);
    });

    test('are for whoever of the staff is in the conversation', async () => {
      const { visitor, id } = await asking(server());
      const agent = await agentOf(server(), 'agent1', 8);
      await takeThis(agent, id);
      expect((await send(visitor, id, webm(4), '')).body.code).toBe('not-in-conversation');
      expect((await send(await agentOf(server(), 'agent2'), id, webm(4))).status).toBe(404);
    });

    test('are of short clips of sound, and of no more than a person can say', async () => {
      const { id } = await asking(server());
      const agent = await agentOf(server(), 'agent3', 8);
      await takeThis(agent, id);
      for (const bytes of [Buffer.from('<script>'), webm(60), webm(4, [1, 2])])
        expect((await send(agent, id, bytes)).body.code).toBe('file-not-usable');
      expect((await send(agent, id, new Uint8Array(210 * 1024))).status).toBe(413);
      let last = await send(agent, id, ogg(2));
      for (let i = 0; i < 50 && last.status === 200; i += 1) last = await send(agent, id, ogg(2));
      expect([last.status, last.body.code]).toEqual([429, 'messages-too-fast']);
      expect(last.headers.get('retry-after')).toBe('10');
    });

    test('fail in a way that the page can tell while the service is down', async () => {
      const { id } = await asking(server());
      const agent = await agentOf(server(), 'agent1', 8);
      await takeThis(agent, id);
      isDown = true;
      try {
        const reply = await send(agent, id, webm(4));
        expect([reply.status, reply.body.code]).toEqual([503, 'speech-unavailable']);
      } finally {
        isDown = false;
      }
    });
  },
  () => ({ speech: service }),
);

describeOnBoth('without a service for captions', (server) => {
  test('nobody is offered any', async () => {
    const { visitor, id } = await asking(server());
    const { body } = await visitor.get<VoiceConfig>('/api/voice/config');
    expect(body.canCaption).toBeUndefined();
    const agent = await agentOf(server(), 'agent1', 8);
    await takeThis(agent, id);
    expect((await send(agent, id, webm(4))).body.code).toBe('speech-unavailable');
  });
});

test('the stand-in for captions says that it is a demo, and is none in production', async () => {
  const clip: SpokenWords = { bytes: new Uint8Array(), type: 'audio/webm', lng: 'zh-CN' };
  expect(await createDemoCaptions('demo')(clip)).toContain('演示');
  expect(await createDemoCaptions('demo')({ ...clip, lng: 'en' })).toContain('Demo');
  expect(() => createDemoCaptions('production')).toThrow(SpeechError);
});
