import { useEffect, useState } from 'react';
import type { Call } from '#platform/call/call-view.ts';
import type { Log } from '#platform/log/log.ts';
import { keepCall, showKept } from './keep-call.ts';
import type { KeptCall } from './kept-call.ts';

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
