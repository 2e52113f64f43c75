import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeLogServer } from '../../../test/support/fake-log-server.ts';
import type { Outbox } from './outbox.ts';
import { createSender } from './sender.ts';

afterEach(() => void vi.unstubAllGlobals());

/** Lets so many other pieces of work go first. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await Promise.resolve();
}

/** A disk that takes each message only after so many pieces of other work. */
const outboxAfter = (count: number): Outbox => ({
  read: () => Promise.resolve([]),
  add: () => turns(count),
  change: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  bytesOf: () => Promise.resolve(undefined),
  watch: () => () => undefined,
  isKept: true,
});

const message = (clientId: string) => ({
  clientId,
  kind: 'message',
  body: { text: clientId },
  madeAt: '2026-11-22T09:00:00+08:00',
});

describe('A message', () => {
  it('goes by itself whenever it is kept, also in the moment in which the one before has gone', async () => {
    for (let count = 0; count < 60; count += 1) {
      const server = fakeLogServer();
      const sender = createSender('/api/conversations/h1', '', outboxAfter(count), () => undefined);
      await Promise.all([sender.add(message('a')), sender.add(message('b'))]);
      await vi.waitFor(() =>
        expect(server.events.map(({ body }) => body.text)).toEqual(['a', 'b']),
      );
      sender.stop();
      vi.restoreAllMocks();
    }
  });
});
