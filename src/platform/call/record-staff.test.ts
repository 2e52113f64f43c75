import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { StreamEvent } from '#domain/handoff/events.ts';
import { RECORDING_NOTICE } from '#domain/handoff/recording.ts';
import { emptyLog } from '#platform/log/log-core.ts';
import type { LogView } from '#platform/log/log.ts';
import { atRest, type CallSides, type CallView } from './call-view.ts';
import type { MixEvents } from './record-mix.ts';
import { createPieces, type SendEvents } from './record-send.ts';
import { createRecorder } from './record-staff.ts';

/** A call of the desk that is heard, its log, and a browser that records on command. */
function inCall(canRecord = true) {
  const log = createStore<LogView>()(() => ({ ...emptyLog, events: [] }) as unknown as LogView);
  const view = createStore<CallView>()(() => ({ ...atRest, phase: 'talking' }));
  const stream = {} as MediaStream;
  let sides: CallSides | undefined = { callId: 'c1', mine: stream, theirs: stream };
  const said: string[] = [];
  const mixes: (MixEvents & { isStopped: boolean })[] = [];
  const sends: (SendEvents & { callId: string; pieces: Blob[]; isDropped: boolean })[] = [];
  const write = (kind: string, body: object) => {
    const { events } = log.getState();
    const event = { seq: events.length + 1, clientId: kind, kind, actor: 'customer', body, at: '' };
    log.setState({ events: [...events, event as unknown as StreamEvent] });
  };
  const recorder = createRecorder(
    'h1',
    { store: log },
    { store: view, sides: () => sides },
    {
      signals: {
        say: (kind, body) => {
          said.push(`${kind} ${String(body.callId)}`);
          return { clientId: '', sent: Promise.resolve() };
        },
      },
      canRecord: () => canRecord,
      mix: (_sides, events) => {
        const it = { ...events, isStopped: false };
        mixes.push(it);
        return () => void (it.isStopped = true);
      },
      pieces: (_id, callId, events) => {
        const it = { ...events, callId, pieces: [] as Blob[], isDropped: false };
        sends.push(it);
        return { add: (piece) => it.pieces.push(piece), drop: () => void (it.isDropped = true) };
      },
    },
  );
  const answer = (given: boolean, callId = 'c1') =>
    write('consent', { what: 'recording', given, notice: RECORDING_NOTICE, callId });
  const nextCall = (callId: string) => {
    view.setState({ phase: 'ended' });
    sides = { callId, mine: stream, theirs: stream };
    view.setState({ phase: 'talking' });
  };
  return { recorder, said, mixes, sends, write, answer, nextCall, view };
}

describe('The desk records a call', () => {
  it('only once the customer has said yes, and no more once they say stop', () => {
    const { recorder, said, mixes, sends, write, answer } = inCall();
    recorder.ask();
    expect(said).toEqual(['recording-asked c1']);
    write('recording-asked', { callId: 'c1' });
    expect(mixes).toEqual([]);
    answer(true);
    expect(mixes).toHaveLength(1);
    expect(recorder.store.getState().isRecording).toBe(true);
    answer(false);
    expect(mixes.map(({ isStopped }) => isStopped)).toEqual([true]);
    expect(sends.map(({ isDropped }) => isDropped)).toEqual([true]);
    expect(recorder.store.getState().isRecording).toBe(false);
    answer(true);
    expect(mixes).toHaveLength(1);
  });

  it('never after a no, and in another call only after another yes', () => {
    const { mixes, answer, nextCall } = inCall();
    answer(false);
    nextCall('c2');
    expect(mixes).toEqual([]);
    answer(true, 'c2');
    expect(mixes).toHaveLength(1);
    nextCall('c3');
    expect(mixes.map(({ isStopped }) => isStopped)).toEqual([true]);
  });

  it('to its last word: what waits is still sent when the call ends', () => {
    const { mixes, sends, answer, view } = inCall();
    answer(true);
    view.setState({ phase: 'ended' });
    expect([mixes[0]?.isStopped, sends[0]?.isDropped]).toEqual([true, false]);
  });

  it('and tells the customer when it cannot go on', () => {
    const cannot = inCall(false);
    cannot.answer(true);
    expect(cannot.said).toEqual(['recording-ended c1']);
    const lost = inCall();
    lost.answer(true);
    lost.mixes[0]?.onLost();
    expect(lost.said).toEqual(['recording-ended c1']);
    const full = inCall();
    full.answer(true);
    full.sends[0]?.onEnd('failed');
    expect(full.said).toEqual(['recording-ended c1']);
    expect(full.recorder.store.getState()).toMatchObject({ isRecording: false, hasFailed: true });
    full.nextCall('c2');
    expect(full.recorder.store.getState().hasFailed).toBe(false);
  });

  it('stops at the desk’s own word', () => {
    const { recorder, said, mixes, sends, answer } = inCall();
    answer(true);
    recorder.stop();
    expect([mixes[0]?.isStopped, sends[0]?.isDropped]).toEqual([true, false]);
    expect(said).toEqual(['recording-ended c1']);
  });
});

describe('The pieces of a recording', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const piece = new Blob(['sound']);
  const answers = (statuses: number[]) => {
    const paths: string[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (path) => {
      paths.push(String(path).replace(/^.*pieces\//, ''));
      const status = statuses.shift() ?? 200;
      if (status === 0) throw new TypeError('Failed to fetch');
      return new Response('{}', { status });
    });
    return paths;
  };

  it('go one after the other, each until it is kept', async () => {
    const paths = answers([200, 0, 503, 200]);
    const failing: boolean[] = [];
    const end = vi.fn();
    const { add } = createPieces('h1', 'c1', { onFailing: (is) => failing.push(is), onEnd: end });
    for (const _ of [1, 2, 3]) add(piece);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(paths).toEqual(['0', '1', '1', '1', '2'].map((number) => `${number}?as=staff`));
    expect(failing).toEqual([true, false]);
    expect(end).not.toHaveBeenCalled();
  });

  it('end with the first that the server refuses, or that nothing takes for a minute', async () => {
    const refused = answers([409]);
    const end = vi.fn();
    const one = createPieces('h1', 'c1', { onFailing: () => undefined, onEnd: end });
    one.add(piece);
    one.add(piece);
    await vi.advanceTimersByTimeAsync(100);
    expect([end.mock.calls, refused.length]).toEqual([[['refused']], 1]);
    answers(Array.from({ length: 100 }, () => 0));
    const other = createPieces('h1', 'c1', { onFailing: () => undefined, onEnd: end });
    other.add(piece);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(end.mock.calls).toEqual([['refused'], ['failed']]);
  });
});
