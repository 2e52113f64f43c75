import { browserParts } from '#platform/call/call-parts.ts';
import { createCall } from '#platform/call/call.ts';
import { createRecorder } from '#platform/call/record-staff.ts';
import { holdStaffLog } from '#platform/log/held-log.ts';
import type { Log } from '#platform/log/log.ts';
import { accompany } from './keep-call.ts';
import { keptStaffCall, type KeptStaffCall } from './kept-staff-call.ts';

const isCalm = ({ call }: KeptStaffCall): boolean => {
  const { phase } = call.store.getState();
  return phase === 'idle' || phase === 'ended';
};

/** The call of this talk: the one that goes on since it was left, or a new one. */
export function keepStaffCall(id: string, name: string, log: Log): KeptStaffCall {
  const { away } = keptStaffCall.getState();
  if (away?.id === id) return Object.assign(away, { name });
  const letGo = holdStaffLog(id, log);
  const call = createCall(log, 'staff', browserParts(id, 'staff'));
  const recorder = createRecorder(id, log, call);
  const alone = accompany(call);
  const ends = [
    call.store.subscribe(({ phase }) => {
      // Over, and read or taken on another device: nothing of it stays on pages that have nothing to do with it.
      if (phase === 'idle' && keptStaffCall.getState().away === kept) kept.end();
    }),
    log.store.subscribe(({ end }) => {
      // In somebody else's hands: nobody listens on.
      if (end === 'gone') call.hangUp();
    }),
    () => recorder.dispose(),
    () => call.dispose(),
    alone,
    letGo,
  ];
  const kept: KeptStaffCall = {
    id,
    name,
    call,
    recorder,
    end: () => {
      for (const end of ends.splice(0)) end();
      if (keptStaffCall.getState().away === kept) keptStaffCall.setState({ away: undefined });
    },
  };
  return kept;
}

/**
 * Its talk is on the screen.
 * @returns the talk goes: a call that is under way goes on without it, unless another one does already
 */
export function showStaffCall(kept: KeptStaffCall): () => void {
  if (keptStaffCall.getState().away === kept) keptStaffCall.setState({ away: undefined });
  return () => {
    const { away } = keptStaffCall.getState();
    if (isCalm(kept) || (away && !isCalm(away))) return kept.end();
    away?.end();
    keptStaffCall.setState({ away: kept });
  };
}
