import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { browserParts } from '#platform/call/call-parts.ts';
import type { Call, CallView } from '#platform/call/call-view.ts';
import { createCall } from '#platform/call/call.ts';
import type { Log } from '#platform/log/log.ts';
import { accompany, keepCall, showKept } from './keep-call.ts';
import type { KeptCall } from './kept-call.ts';

/** A call that staff make or take, for as long as its conversation is on the screen. */
export function useStaffCall(conversationId: string, log: Log): { call: Call; view: CallView } {
  const [call] = useState(() => createCall(log, 'staff', browserParts(conversationId, 'staff')));
  const view = useStore(call.store);
  useEffect(() => {
    const alone = accompany(call);
    return () => {
      call.dispose();
      alone();
    };
  }, [call]);
  return { call, view };
}

/** The customer's call of this conversation; nothing for the moment in which it is being got. */
export function useKeptCall(id: string, log: Log, element?: HTMLAudioElement): Call | undefined {
  const [kept, setKept] = useState<KeptCall>();
  useEffect(() => {
    const it = keepCall(id, log, element);
    setKept(it);
    return showKept(it);
  }, [id, log, element]);
  return kept?.call;
}

/** Whole seconds since then, each second anew. */
export function useSecondsSince(since: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === undefined) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === undefined ? 0 : Math.max(0, Math.floor((now - since) / 1000));
}
