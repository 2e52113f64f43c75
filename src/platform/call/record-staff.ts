import { createStore, type StoreApi } from 'zustand/vanilla';
import { recordingInLog } from '#domain/handoff/recording.ts';
import type { Log } from '#platform/log/log.ts';
import type { Call } from './call-view.ts';
import { canRecordCall, recordMix } from './record-mix.ts';
import { createPieces, type Pieces } from './record-send.ts';
import { createSignals, type Signals } from './signals.ts';

export interface RecorderView {
  isRecording: boolean;
  /** Pieces wait for the network. */
  isFailing: boolean;
  /** It could not be gone on with. */
  hasFailed: boolean;
}

/** Records a call at the staff's side, while the log holds the customer's yes and no longer. */
export interface Recorder {
  store: StoreApi<RecorderView>;
  canRecord: boolean;
  /** Asks the customer. */
  ask: () => void;
  stop: () => void;
  dispose: () => void;
}

/** What it needs of the browser; tests bring their own. */
export interface RecorderParts {
  signals: Pick<Signals, 'say'>;
  canRecord: () => boolean;
  mix: typeof recordMix;
  pieces: typeof createPieces;
}

const browserParts = (conversationId: string): RecorderParts => ({
  signals: createSignals(conversationId, 'staff'),
  canRecord: canRecordCall,
  mix: recordMix,
  pieces: createPieces,
});

const atRest: RecorderView = { isRecording: false, isFailing: false, hasFailed: false };

/**
 * Nothing begins or ends it but the log: what the customer says holds on whatever page the call is looked at, and a page
 * that was opened anew records nothing.
 */
export function createRecorder(
  conversationId: string,
  log: Pick<Log, 'store'>,
  call: Pick<Call, 'store' | 'sides'>,
  parts: RecorderParts = browserParts(conversationId),
): Recorder {
  const store = createStore<RecorderView>()(() => atRest);
  const canRecord = parts.canRecord();
  let running: { callId: string; stop: () => void; pieces: Pieces } | undefined;
  /** A call is recorded once: what was ended is not begun again. */
  let begunFor: string | undefined;

  const say = (kind: 'recording-asked' | 'recording-ended', callId: string) => {
    // Where it cannot be said the call itself is broken, and its end is the recording's.
    parts.signals.say(kind, { callId }).sent.catch(() => undefined);
  };
  const fail = (callId: string) => {
    store.setState({ hasFailed: true });
    say('recording-ended', callId);
  };
  const end = (isDropped: boolean) => {
    const it = running;
    if (!it) return;
    running = undefined;
    store.setState({ isRecording: false, isFailing: false });
    if (isDropped) it.pieces.drop();
    it.stop();
  };
  const begin = (callId: string, sides: readonly MediaStream[]) => {
    begunFor = callId;
    if (!canRecord) return fail(callId);
    const pieces = parts.pieces(conversationId, callId, {
      onFailing: (isFailing) => store.setState({ isFailing }),
      onEnd: (why) => {
        if (running?.callId === callId) end(true);
        if (why === 'failed') fail(callId);
      },
    });
    try {
      const stop = parts.mix(sides, {
        onPiece: pieces.add,
        onLost: () => {
          if (running?.callId !== callId) return;
          end(false);
          fail(callId);
        },
      });
      running = { callId, stop, pieces };
      store.setState({ isRecording: true });
    } catch {
      fail(callId);
    }
  };
  const look = () => {
    const sides = call.sides();
    const isTalking = call.store.getState().phase === 'talking';
    const callId = running?.callId ?? sides?.callId;
    if (callId !== begunFor && store.getState().hasFailed) store.setState(atRest);
    if (!callId) return;
    const now = recordingInLog(log.store.getState().events, callId);
    const isOn = isTalking && sides?.callId === callId && now.state === 'on';
    if (running && !isOn) end(now.isRemoved || now.end?.by === 'customer');
    if (isOn && begunFor !== callId && sides?.mine && sides.theirs)
      begin(callId, [sides.mine, sides.theirs]);
  };
  const unfollow = [call.store.subscribe(look), log.store.subscribe(look)];
  look();
  return {
    store,
    canRecord,
    ask: () => {
      const callId = call.sides()?.callId;
      if (callId) say('recording-asked', callId);
    },
    stop: () => {
      const callId = running?.callId;
      end(false);
      if (callId) say('recording-ended', callId);
    },
    dispose: () => {
      for (const end of unfollow) end();
      end(false);
    },
  };
}
