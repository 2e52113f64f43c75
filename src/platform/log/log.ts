import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Receipts } from '#domain/api/conversation.ts';
import type { EventActor, MessageBody, StreamEvent } from '#domain/handoff/events.ts';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { api } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { phoneVault } from '#platform/storage/phone-vault.ts';
import type { Vault } from '#platform/storage/vault.ts';
import { createLink, type LinkEnd, type LinkState } from './link.ts';
import {
  emptyLog,
  takeAnswer,
  takeEvents,
  takeHello,
  takeReceipts,
  type Folded,
  type HeldLog,
} from './log-core.ts';
import { createOutbox, type Outgoing } from './outbox.ts';
import { createSender, type Sender, type Sending } from './sender.ts';

export interface LogView extends HeldLog {
  /** The server was heard once: what is shown is what there is. */
  isLoaded: boolean;
  link: LinkState;
  /** Nothing more comes: not ours (any more), or nobody is signed in. */
  end?: LinkEnd;
  /** What is on its way, in its order, behind the log's events. */
  sending: readonly Sending[];
  /** The other side is writing. */
  isOtherTyping: boolean;
  /** False: what waits to be sent goes with this page, so the page says that it must stay open. */
  isOutboxKept: boolean;
}

export interface Log {
  /** Read it with zustand's `useStore`, or `getState` and `subscribe`. */
  store: StoreApi<LogView>;
  start: () => void;
  /** Closes everything; the outbox stays on the device for the next time. */
  stop: () => void;
  /** Resolves once it is kept on the device: only then may the box be emptied. It is sent by itself from there. */
  send: (kind: string, body: Readonly<Record<string, unknown>>) => Promise<void>;
  /** A photo, or with `seconds` a voice note. */
  sendFile: (file: Blob, about?: { seconds?: number; text?: string }) => Promise<void>;
  /** 重发: one that was refused, or all refused for this reason (`conversation-closed` after reopening). */
  again: (which: { clientId: string } | { code: string }) => Promise<void>;
  drop: (clientId: string) => Promise<void>;
  /** Says that we write; at most every three seconds goes out. */
  typing: () => void;
  /** Everything up to this seq has been on a screen that is looked at. */
  read: (seq: number) => void;
  /** The bytes of a file on its way, to show them. */
  bytesOf: (clientId: string) => Promise<ArrayBuffer | undefined>;
  /** Opens anew from the cursor: after signing in again, or where a person presses "try again". */
  reopen: () => void;
}

export interface LogOptions {
  conversationId: string;
  as: 'customer' | 'staff';
  /** Where what is not yet sent lies; this phone's by default. */
  vault?: () => Promise<Vault>;
}

/** A conversation as one side sees and writes it: heard without loss, sent without loss. No looks, no words. */
export function createLog({ conversationId, as, vault = phoneVault }: LogOptions): Log {
  const path = `/api/conversations/${encodeURIComponent(conversationId)}`;
  const query = as === 'staff' ? '?as=staff' : '';
  const me: EventActor = as === 'staff' ? 'agent' : 'customer';
  const store = createStore<LogView>()(() => ({
    ...emptyLog,
    isLoaded: false,
    link: 'live',
    sending: [],
    isOtherTyping: false,
    isOutboxKept: true,
  }));
  let isRunning = false;
  let sender: Sender | undefined;
  let unwatch: () => void = () => undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let typedAt = 0;
  const setTyping = (isOtherTyping: boolean) => {
    clearTimeout(typingTimer);
    if (isOtherTyping) {
      typingTimer = setTimeout(
        () => store.setState({ isOtherTyping: false }),
        handoffLimits.typingForgottenMs,
      );
    }
    if (store.getState().isOtherTyping !== isOtherTyping) store.setState({ isOtherTyping });
  };

  /** How far we said that we have it, and how far we have it. */
  const said = { deliveredTo: 0, readTo: 0 };
  const have = { deliveredTo: 0, readTo: 0 };
  let isSaying = false;
  const sayReceipts = async () => {
    if (isSaying || !isRunning) return;
    if (have.deliveredTo <= said.deliveredTo && have.readTo <= said.readTo) return;
    isSaying = true;
    const now = { ...have };
    try {
      await api.put(`${path}/receipts${query}`, now);
      Object.assign(said, now);
      isSaying = false;
      void sayReceipts();
    } catch {
      // Said with the next news: a receipt that is late harms nobody.
      isSaying = false;
    }
  };

  const noteReceipts = (receipts: Receipts) => {
    const ours = receipts[as];
    said.deliveredTo = Math.max(said.deliveredTo, ours.deliveredTo);
    said.readTo = Math.max(said.readTo, ours.readTo);
  };
  const noteEvents = (events: readonly StreamEvent[]) => {
    sender?.seen(events.filter(({ actor }) => actor === me).map(({ clientId }) => clientId));
    const theirs = events.filter(({ actor }) => actor !== me && actor !== 'system');
    if (theirs.some(({ kind }) => kind === 'message' || kind === 'voice-note')) setTyping(false);
    have.deliveredTo = Math.max(have.deliveredTo, ...theirs.map(({ seq }) => seq));
    void sayReceipts();
  };

  const take = ({ log, isMissing }: Folded, isLoaded = store.getState().isLoaded) => {
    const before = store.getState();
    const wasReset = log.lastSeq < before.lastSeq;
    if (wasReset) {
      Object.assign(said, emptyLog.receipts[as]);
      Object.assign(have, emptyLog.receipts[as]);
    }
    const fresh = wasReset ? log.events : log.events.slice(before.events.length);
    store.setState({ ...log, isLoaded });
    noteReceipts(log.receipts);
    noteEvents(fresh);
    if (wasReset) link.reopen();
    else if (isMissing) link.refetch();
  };
  const held = (): HeldLog => {
    const { epoch, lastSeq, events, state, receipts } = store.getState();
    return { epoch, lastSeq, events, state, receipts };
  };

  const link = createLink(path, as, () => store.getState().lastSeq, {
    hello: (hello, asked) => take(takeHello(held(), hello, asked)),
    answer: (answer, asked) => {
      const folded = takeAnswer(held(), answer, asked);
      take(folded, store.getState().isLoaded || !folded.isMissing);
    },
    events: (events) => take(takeEvents(held(), events)),
    receipts: (receipts) => take({ log: takeReceipts(held(), receipts), isMissing: false }),
    typing: ({ actor }) => {
      if (actor !== me) setTyping(true);
    },
    state: (state) => {
      const { link: before } = store.getState();
      if (before === state) return;
      store.setState({ link: state });
      if (state !== 'live') return;
      sender?.pump();
      void sayReceipts();
    },
    end: (end) => store.setState({ end, link: 'live' }),
  });

  const ready = async (): Promise<Sender> => {
    if (sender) return sender;
    const outbox = createOutbox(await vault(), `${as}.${conversationId}`);
    if (sender) return sender;
    const made = createSender(path, query, outbox, (sending) => store.setState({ sending }));
    sender = made;
    store.setState({ isOutboxKept: outbox.isKept });
    unwatch = outbox.watch(() => void made.reload());
    return made;
  };

  const out = (kind: string, body: Outgoing['body'], file?: Outgoing['file']): Outgoing => ({
    clientId: newId(),
    kind,
    body,
    madeAt: new Date().toISOString(),
    ...(file && { file }),
  });

  return {
    store,
    start: () => {
      if (isRunning) return;
      isRunning = true;
      store.setState({ end: undefined });
      link.start();
      void ready().then((made) => {
        // What the log has already may lie in the outbox still: sent before, its answer lost.
        made.seen(store.getState().events.map(({ clientId }) => clientId));
        return made.reload();
      });
    },
    stop: () => {
      isRunning = false;
      link.stop();
      sender?.stop();
      sender = undefined;
      unwatch();
      clearTimeout(typingTimer);
    },
    send: async (kind, body) => (await ready()).add(out(kind, body)),
    sendFile: async (file, about = {}) => {
      const { seconds, text } = about;
      const bytes = await file.arrayBuffer();
      const body: MessageBody & { seconds?: number } = {
        ...(text && { text }),
        ...(seconds !== undefined && { seconds }),
      };
      const kind = seconds === undefined ? 'message' : 'voice-note';
      const type = file.type.split(';')[0] ?? '';
      await (
        await ready()
      ).add(out(kind, { ...body }, { type, ...(seconds !== undefined && { seconds }) }), bytes);
    },
    again: async (which) => (await ready()).again(which),
    drop: async (clientId) => (await ready()).drop(clientId),
    typing: () => {
      const now = Date.now();
      if (Math.abs(now - typedAt) < handoffLimits.typingEveryMs) return;
      typedAt = now;
      // Worth nothing a moment later: said once, and not again when it does not arrive.
      api.post(`${path}/typing${query}`, undefined).catch(() => undefined);
    },
    read: (seq) => {
      have.readTo = Math.max(have.readTo, Math.min(seq, store.getState().lastSeq));
      have.deliveredTo = Math.max(have.deliveredTo, have.readTo);
      void sayReceipts();
    },
    bytesOf: async (clientId) => (await ready()).bytesOf(clientId),
    reopen: () => {
      store.setState({ end: undefined });
      link.stop();
      link.start();
      sender?.pump();
    },
  };
}
