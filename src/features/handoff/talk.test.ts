import { describe, expect, it } from 'vitest';
import type { Receipts } from '#domain/api/conversation.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { standingOf } from './standing.ts';
import { talkLines } from './talk-lines.ts';

const log = (...told: [kind: string, body?: Record<string, unknown>, actor?: string][]) =>
  told.map(
    ([kind, body = {}, actor = 'system'], at) =>
      ({ seq: at + 1, clientId: `c${at + 1}`, kind, actor, body, at: '' }) as StreamEvent,
  );
const seen = (readTo: number): Receipts => ({
  customer: { deliveredTo: 0, readTo: 0 },
  staff: { deliveredTo: readTo, readTo },
});

describe('How a conversation stands', () => {
  it('follows what happens, from the queue to the end and back', () => {
    const events = log(
      ['requested'],
      ['place', { position: 3, waitSeconds: { low: 60, high: 120 } }],
      ['offered', {}],
      ['offer-expired', {}],
      ['taken', { staffName: '王芳' }],
      ['agent-lost'],
      ['requeued', { reason: 'agent-lost' }],
      ['taken', { staffName: '李强' }],
      ['transferred', { to: 'queue' }],
      ['requeued', { reason: 'transferred' }],
      ['taken', { staffName: '赵敏' }],
      ['closed', { reason: 'done' }],
      ['reopened'],
    );
    const phases = events.map((_, at) => standingOf(events.slice(0, at + 1), undefined).phase);
    expect(phases).toEqual([
      'waiting',
      'waiting',
      'offered',
      'waiting',
      'active',
      'agent-lost',
      'waiting',
      'active',
      'passing-on',
      'passing-on',
      'active',
      'closed',
      'waiting',
    ]);
  });

  it('says why a place went back, and that one is near the front again', () => {
    const back = standingOf(
      log(['requested'], ['place', { position: 4, waitSeconds: null, why: 'longer-credit' }]),
      'waiting',
    );
    expect(back).toMatchObject({ position: 4, isLater: true });
    const again = standingOf(log(['taken'], ['requeued', { reason: 'agent-lost' }]), 'waiting');
    expect(again).toMatchObject({ phase: 'waiting', isBack: true });
  });

  it('is what the server says where the log is still on its way', () => {
    expect(standingOf(log(['requested']), 'active').phase).toBe('active');
    expect(standingOf(log(['requested'], ['taken']), 'closed').phase).toBe('closed');
    expect(standingOf(log(['requested'], ['closed']), 'waiting').phase).toBe('waiting');
  });
});

describe('What is read of a conversation', () => {
  it('is what was said and what happened, without what is nobody’s to read', () => {
    const lines = talkLines(
      log(
        ['requested'],
        ['place', { position: 1 }],
        ['offered'],
        ['call-candidate'],
        ['something-new'],
        ['taken', { staffName: '王芳' }],
        ['message', { text: '您好' }, 'agent'],
        ['voice-note', { fileId: 'f', seconds: 3 }, 'customer'],
      ),
      seen(0),
      [],
    );
    expect(lines.map((line) => (line.kind === 'note' ? line.word : line.text))).toEqual([
      'requested',
      'taken',
      '您好',
      undefined,
    ]);
    expect(lines.at(-1)).toMatchObject({
      isMine: true,
      file: { kind: 'voice', fileId: 'f', seconds: 3 },
    });
  });

  it('says of one’s own words how far they have come', () => {
    const events = log(
      ['message', { text: 'a' }, 'customer'],
      ['message', { text: 'b' }, 'customer'],
    );
    const waiting = {
      clientId: 'x',
      kind: 'message',
      body: { text: 'c' },
      madeAt: '',
      state: 'waiting' as const,
    };
    expect(talkLines(events, seen(1), [waiting])).toMatchObject([
      { text: 'a', mark: 'read' },
      { text: 'b', mark: 'delivered' },
      { text: 'c', mark: 'waiting' },
    ]);
  });
});
