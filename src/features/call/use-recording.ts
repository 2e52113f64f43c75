import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  RECORDING_NOTICE,
  recordingInLog,
  type RecordingInLog,
} from '#domain/handoff/recording.ts';
import type { Call, CallSides } from '#platform/call/call-view.ts';
import { createSignals } from '#platform/call/signals.ts';
import type { Log } from '#platform/log/log.ts';

export type RecordingNow = RecordingInLog & Pick<CallSides, 'callId' | 'recordingDays'>;

/** Where the recording of the call in hand stands, by the log; nothing while there is no call. */
export function useRecordingNow(
  log: Pick<Log, 'store'>,
  call: Pick<Call, 'store' | 'sides'>,
): RecordingNow | undefined {
  const events = useStore(log.store, (view) => view.events);
  // The call in hand changes with its phase.
  const phase = useStore(call.store, (view) => view.phase);
  return useMemo(() => {
    const sides = phase === 'ended' ? undefined : call.sides();
    if (!sides) return undefined;
    const { callId, recordingDays } = sides;
    return { ...recordingInLog(events, callId), callId, recordingDays };
  }, [events, phase, call]);
}

/** `sending`: on its way into the log, which alone says what was answered. */
export type AnswerState = 'open' | 'sending' | 'failed';

/** The customer's yes, and their no at any time after it. */
export function useAnswer(conversationId: string): {
  state: AnswerState;
  answer: (callId: string, isGiven: boolean) => void;
} {
  const [state, setState] = useState<AnswerState>('open');
  const [signals] = useState(() => createSignals(conversationId, 'customer'));
  return {
    state,
    answer: (callId, isGiven) => {
      setState('sending');
      const body = { what: 'recording', given: isGiven, notice: RECORDING_NOTICE, callId };
      signals.say('consent', body).sent.then(
        () => setState('open'),
        () => setState('failed'),
      );
    },
  };
}
