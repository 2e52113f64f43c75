import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { browserParts } from '#platform/call/call-parts.ts';
import type { Call, CallView } from '#platform/call/call-view.ts';
import { createCall } from '#platform/call/call.ts';
import { ring } from '#platform/call/sound.ts';
import type { Log } from '#platform/log/log.ts';
import { hush } from '#platform/speech/hush.ts';

interface CallOf {
  conversationId: string;
  log: Log;
  as: 'customer' | 'staff';
  /** Touched by a tap before this part of the page was here: that tap calls. */
  element?: HTMLAudioElement;
}

/** A call of this conversation for as long as its page is open: it rings, and nothing else is said meanwhile. */
export function useCall({ conversationId, log, as, element }: CallOf): {
  call: Call;
  view: CallView;
} {
  const [call] = useState(() => createCall(log, as, browserParts(conversationId, as, element)));
  const view = useStore(call.store);
  useEffect(() => {
    if (element) call.call();
    return call.dispose;
  }, [call, element]);
  const { phase } = view;
  const isQuiet = phase === 'idle' || phase === 'ended';
  useEffect(() => (isQuiet ? undefined : hush()), [isQuiet]);
  useEffect(() => (phase === 'incoming' ? ring() : undefined), [phase]);
  return { call, view };
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
