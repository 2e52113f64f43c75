import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPageVault } from '#platform/storage/vault.ts';
import { fakeLogServer, type FakeLogServer } from '../../../test/support/fake-log-server.ts';
import { beginListening, endListening, listen, pass, texts } from './log.driver.ts';
import type { Log } from './log.ts';

let server: FakeLogServer;
// jsdom's files have no `arrayBuffer`.
const file = (type: string) =>
  Object.assign(new File(['abc'], 'a', { type }), {
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)),
  });
const say = (log: Log, text: string) => log.send('message', { text });

beforeEach(() => {
  server = beginListening();
});
afterEach(endListening);

describe('What is written', () => {
  it('is kept until the server has it, over a reload without a network, in its order', async () => {
    const vault = createPageVault();
    server.network.isOff = true;
    const before = listen(vault);
    await say(before, 'a');
    await say(before, 'b');
    await pass(2000);
    expect(before.store.getState().sending.map(({ body }) => body.text)).toEqual(['a', 'b']);
    before.stop();
    server.network.isOff = false;
    const after = listen(vault);
    await pass(1000);
    expect(texts(after)).toEqual(['0', 'a', 'b']);
    expect(after.store.getState().sending).toEqual([]);
    expect(await vault.read('outbox.customer.h1')).toBeUndefined();
  });

  it('is written once, also when the answer is lost', async () => {
    const log = listen();
    await pass(0);
    server.network.answersLost = 3;
    await say(log, 'a');
    await pass(10_000);
    expect(texts(log)).toEqual(['0', 'a']);
    expect(log.store.getState().sending).toEqual([]);
  });

  it('waits for the person when the server refuses it, and holds nothing else up', async () => {
    const log = listen();
    await pass(0);
    server.network.refusal = { status: 409, code: 'conversation-closed' };
    await say(log, 'a');
    await pass(0);
    const [item] = log.store.getState().sending;
    expect(item).toMatchObject({ state: 'refused', refused: { code: 'conversation-closed' } });
    await say(log, 'b');
    await pass(0);
    expect(texts(log)).toEqual(['0', 'b']);
    await log.again({ code: 'conversation-closed' });
    await pass(0);
    expect(texts(log)).toEqual(['0', 'b', 'a']);
  });

  it('goes on by itself when it was only too fast', async () => {
    const log = listen();
    await pass(0);
    server.network.refusal = { status: 429, code: 'messages-too-fast' };
    await say(log, 'a');
    await pass(1000);
    expect(texts(log)).toEqual(['0', 'a']);
  });

  it('brings a photo first, then the message that names it', async () => {
    const log = listen();
    await pass(0);
    await log.sendFile(file('image/jpeg'));
    await pass(0);
    expect(server.events.at(-1)).toMatchObject({ kind: 'message', body: { fileId: 'f1' } });
    await log.sendFile(file('audio/webm;codecs=opus'), { seconds: 4 });
    await pass(0);
    expect(server.events.at(-1)).toMatchObject({
      kind: 'voice-note',
      body: { fileId: 'f1', seconds: 4 },
    });
  });

  it('arrives whole, once and in order over any network: nothing lost, nothing twice', async () => {
    const act = fc.oneof(
      fc.constant('say' as const),
      fc.constant('hear' as const),
      fc.constant('cut' as const),
      fc.constant('off' as const),
      fc.constant('on' as const),
      fc.constant('lose' as const),
      fc.constant('sleep' as const),
      fc.constant('reload' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        server = fakeLogServer();
        const vault = createPageVault();
        let log = listen(vault);
        const mine: string[] = [];
        let theirs = 0;
        for (const one of acts) {
          if (one === 'say') await say(log, mine[mine.push(`m${mine.length}`) - 1] ?? '');
          if (one === 'hear') server.write('message', 'agent', { text: `t${theirs++}` });
          if (one === 'cut') server.cut();
          if (one === 'off') server.network.isOff = true;
          if (one === 'on') server.network.isOff = false;
          if (one === 'lose') server.network.answersLost = 1;
          if (one === 'sleep') server.streams.splice(0);
          if (one === 'reload') {
            log.stop();
            log = listen(vault);
          }
          await pass(700);
        }
        server.network.isOff = false;
        document.dispatchEvent(new Event('visibilitychange'));
        await pass(15_000);
        expect(log.store.getState().events).toEqual(server.events);
        const written = server.events.filter(({ actor }) => actor === 'customer');
        expect(written.map(({ body }) => body.text)).toEqual(mine);
        expect(log.store.getState().sending).toEqual([]);
        log.stop();
      }),
      { numRuns: 60 },
    );
  });
});
