import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Receipts } from '#domain/api/conversation.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { emptyLog, takeAnswer, takeEvents, takeHello, takeReceipts } from './log-core.ts';

const event = (seq: number, kind = 'message'): StreamEvent => ({
  seq,
  clientId: `c${seq}`,
  kind,
  actor: 'agent',
  body: { text: `${seq}` },
  at: '2026-11-22T09:00:00+08:00',
});
const upTo = (n: number) => Array.from({ length: n }, (_, at) => event(at + 1));
const receipts = (n: number): Receipts => ({
  customer: { deliveredTo: n, readTo: n },
  staff: { deliveredTo: n, readTo: n },
});
const seqs = (events: readonly StreamEvent[]) => events.map(({ seq }) => seq);

describe('A log that is heard', () => {
  it('holds each event once, in order and without a hole, whatever arrives how often', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }))), (batches) => {
        let log = emptyLog;
        for (const batch of batches) {
          const folded = takeEvents(
            log,
            batch.map((seq) => event(seq)),
          );
          // A hole is told exactly when something came that could not be kept.
          const isLeft = batch.some((seq) => seq > folded.log.lastSeq);
          expect(folded.isMissing).toBe(isLeft);
          log = folded.log;
          expect(seqs(log.events)).toEqual(seqs(upTo(log.lastSeq)));
        }
        // Asking from the cursor always makes it whole.
        const whole = takeEvents(
          log,
          upTo(30).filter(({ seq }) => seq > log.lastSeq),
        );
        expect(seqs(whole.log.events)).toEqual(seqs(upTo(30)));
        expect(whole.isMissing).toBe(false);
      }),
    );
  });

  it('is read anew when the server’s log is another one', () => {
    const { log } = takeAnswer(
      emptyLog,
      { epoch: 'a', lastSeq: 5, state: 'active', events: upTo(5), receipts: receipts(5) },
      0,
    );
    const hello = { epoch: 'b', lastSeq: 3, state: 'waiting' as const, receipts: receipts(1) };
    const anew = takeHello(log, hello, 5);
    expect(anew).toEqual({
      log: { epoch: 'b', lastSeq: 0, events: [], state: 'waiting', receipts: receipts(1) },
      isMissing: true,
    });
    // The same when only its end is before where we had been.
    expect(takeHello(log, { ...hello, epoch: 'a' }, 5).isMissing).toBe(true);
  });

  it('loses nothing to an answer that was overtaken by newer news', () => {
    const start = takeAnswer(
      emptyLog,
      { epoch: 'a', lastSeq: 2, state: 'waiting', events: upTo(2), receipts: receipts(0) },
      0,
    ).log;
    const newer = takeEvents(start, [event(3, 'taken')]).log;
    const late = takeAnswer(
      newer,
      { epoch: 'a', lastSeq: 2, state: 'waiting', events: [], receipts: receipts(0) },
      2,
    );
    expect(late.log.lastSeq).toBe(3);
    expect(late.log.state).toBe('active');
    expect(late.isMissing).toBe(false);
  });

  it('asks on when the server gives its log in parts', () => {
    const part = takeAnswer(
      emptyLog,
      { epoch: 'a', lastSeq: 9, state: 'active', events: upTo(4), receipts: receipts(0) },
      0,
    );
    expect(part.isMissing).toBe(true);
    expect(part.log.lastSeq).toBe(4);
  });

  it('never takes a receipt back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (ns) => {
        let log = emptyLog;
        for (const n of ns) log = takeReceipts(log, receipts(n));
        expect(log.receipts.staff.readTo).toBe(Math.max(0, ...ns));
      }),
    );
  });

  it('follows what happens to the conversation', () => {
    const after = (...kinds: string[]) =>
      takeEvents(
        emptyLog,
        kinds.map((kind, at) => event(at + 1, kind)),
      ).log.state;
    expect(after('requested', 'taken')).toBe('active');
    expect(after('taken', 'agent-lost')).toBe('active');
    expect(after('taken', 'agent-lost', 'requeued')).toBe('waiting');
    expect(after('taken', 'closed')).toBe('closed');
    expect(after('taken', 'closed', 'reopened')).toBe('waiting');
  });
});
