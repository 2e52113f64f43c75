import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HelpRequest } from '#domain/api/help.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { customerLog, holdLog } from '#platform/log/held-log.ts';
import type { Log, LogView } from '#platform/log/log.ts';
import { helpStore } from './help-store.ts';

/** How often the place is looked up while one waits, ms; each event that moves it is looked at besides. */
const EVERY_MS = 30_000;
/** Events after which the request is another one. */
const MOVES = new Set([
  'place',
  'offered',
  'taken',
  'requeued',
  'closed',
  'reopened',
  'callback-asked',
  'callback-tried',
  'callback-done',
  'callback-left',
  'callback-cancelled',
]);

export interface ConversationNow {
  log: Log;
  view: LogView;
  /** The request as the server tells it, when it is this conversation's. */
  request?: HelpRequest;
  /** Seq of the last event that moved it. */
  movedAt: number;
  lookAgain: () => void;
}

/** One conversation as its page needs it: heard while the page is open. */
export function useConversation(id: string): ConversationNow {
  const [log] = useState(() => customerLog(id));
  const view = useStore(log.store);
  const { load, reload } = useLoad<HelpRequest | undefined>('/api/help-requests/current', {
    everyMs: EVERY_MS,
  });
  useEffect(() => holdLog(id, log), [id, log]);

  const moved = [...view.events].reverse().find(({ kind }) => MOVES.has(kind));
  const movedAt = moved?.seq ?? 0;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!view.isLoaded) return;
    // What the page was opened with was asked for at the same time.
    if (!isFirst.current) reload();
    isFirst.current = false;
  }, [view.isLoaded, movedAt, reload]);

  const found = load.status === 'ready' ? load.data : undefined;
  const hasFound = load.status === 'ready';
  const { state } = view;
  const know = useStore(helpStore, (help) => help.know);
  useEffect(() => {
    // The line at the human button says the same as this page; its log is ahead of what was looked up.
    if (!hasFound) return;
    const isThis = found?.conversationId === id;
    if (isThis && state === 'closed') know(undefined);
    else know(isThis && state === 'active' ? { ...found, state } : found);
  }, [hasFound, found, id, state, know]);
  return {
    log,
    view,
    request: found?.conversationId === id ? found : undefined,
    movedAt,
    lookAgain: reload,
  };
}
