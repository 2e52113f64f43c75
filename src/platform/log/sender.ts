import type { ConversationFile } from '#domain/api/conversation.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { backOff } from './link.ts';
import { afterRefusal, type Outbox, type Outgoing } from './outbox.ts';
import { postFile } from './post-file.ts';

/** One thing on its way, as a bubble shows it. `sent`: the server has it, the log will show it in a moment. */
export type Sending = Outgoing & { state: 'waiting' | 'sending' | 'sent' | 'refused' };

export interface Sender {
  /** Kept first, then sent; everything before it goes before it. */
  add: (item: Outgoing, bytes?: ArrayBuffer) => Promise<void>;
  /** 重发: one that was refused, or all that wait for this reason. */
  again: (which: { clientId: string } | { code: string }) => Promise<void>;
  drop: (clientId: string) => Promise<void>;
  /** Tries now what waits. */
  pump: () => void;
  /** What lies in the outbox is looked up anew. */
  reload: () => Promise<void>;
  /** The log has these: they need not be sent. */
  seen: (clientIds: readonly string[]) => void;
  bytesOf: (clientId: string) => Promise<ArrayBuffer | undefined>;
  stop: () => void;
}

const KEPT_ASKING = { code: 'not-sent', detail: '' };

/** Sends an outbox in its order, again and again until the server has each one. */
export function createSender(
  path: string,
  query: string,
  outbox: Outbox,
  show: (items: readonly Sending[]) => void,
): Sender {
  let items: Sending[] = [];
  let isPumping = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  /** What the disk had no room for, with its bytes. */
  const held = new Map<string, ArrayBuffer | undefined>();

  /** The log has them, or they were taken back: an older reading of the outbox does not bring them again. */
  const done = new Set<string>();
  /** Adding and looking up go one after the other: what is just being kept is not overlooked. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const put = (clientId: string, change: Partial<Sending>) => {
    items = items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item));
    show(items);
  };
  const keep = (clientId: string, change: Partial<Outgoing>) => {
    put(clientId, change);
    // The disk may have gone away; the item is in the page's memory, and the server knows it by its id.
    return outbox.change(clientId, (item) => ({ ...item, ...change })).catch(() => undefined);
  };
  const forget = (clientId: string) => {
    held.delete(clientId);
    return outbox.remove(clientId).catch(() => undefined);
  };

  const sendOne = async (item: Sending) => {
    let body = item.body;
    if (item.file) {
      let { fileId } = item.file;
      if (!fileId) {
        const bytes = held.get(item.clientId) ?? (await outbox.bytesOf(item.clientId));
        if (!bytes) throw new ApiError(noBytes);
        const { seconds, type } = item.file;
        const length = seconds === undefined ? '' : `${query ? '&' : '?'}seconds=${seconds}`;
        const file: ConversationFile = await postFile(
          `${path}/files${query}${length}`,
          bytes,
          type,
          item.clientId,
        );
        fileId = file.fileId;
        await keep(item.clientId, { file: { ...item.file, fileId } });
      }
      body = { ...body, fileId };
    }
    await api.post(`${path}/events${query}`, { clientId: item.clientId, kind: item.kind, body });
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(pump, backOff(tries));
    tries += 1;
  };

  /** @returns whether the next one may go at once */
  const tryOne = async (item: Sending): Promise<boolean> => {
    put(item.clientId, { state: 'sending' });
    try {
      await sendOne(item);
      tries = 0;
      put(item.clientId, { state: 'sent' });
      await forget(item.clientId);
      return true;
    } catch (error) {
      const next =
        error instanceof ApiError
          ? afterRefusal(error.problem)
          : error instanceof OfflineError
            ? 'later'
            : 'ask';
      if (next === 'ask') {
        const { code, detail } = error instanceof ApiError ? error.problem : KEPT_ASKING;
        await keep(item.clientId, { refused: { code, detail } });
        put(item.clientId, { state: 'refused' });
        return true;
      }
      put(item.clientId, { state: 'waiting' });
      if (next === 'later') later();
      return false;
    }
  };

  const pumpAll = async () => {
    try {
      for (;;) {
        const item = items.find(({ state }) => state === 'waiting');
        if (!item || isStopped || !(await tryOne(item))) return;
      }
    } finally {
      // In one go with the last look: what is added a moment later is not left lying by a pump that has ended.
      isPumping = false;
    }
  };

  function pump(): void {
    if (isPumping || isStopped) return;
    clearTimeout(timer);
    isPumping = true;
    void pumpAll();
  }

  return {
    add: (item, bytes) =>
      inTurn(async () => {
        try {
          await outbox.add(item, bytes);
        } catch {
          // No room on the disk: it goes from the page's memory, and the page says that it must stay open.
          held.set(item.clientId, bytes);
        }
        items = [...items, { ...item, state: 'waiting' }];
        show(items);
        pump();
      }),
    again: async (which) => {
      const again = items.filter(
        ({ clientId, refused, state }) =>
          state === 'refused' &&
          ('clientId' in which ? clientId === which.clientId : refused?.code === which.code),
      );
      for (const { clientId } of again) {
        await keep(clientId, { refused: undefined });
        put(clientId, { state: 'waiting' });
      }
      tries = 0;
      pump();
    },
    drop: async (clientId) => {
      done.add(clientId);
      items = items.filter((item) => item.clientId !== clientId);
      show(items);
      await forget(clientId);
    },
    pump: () => {
      tries = 0;
      pump();
    },
    reload: () =>
      inTurn(async () => {
        const read = await outbox.read().catch(() => undefined);
        if (!read) return;
        const kept = read.filter(({ clientId }) => !done.has(clientId));
        const ids = new Set(kept.map(({ clientId }) => clientId));
        items = [
          ...items.filter(
            ({ clientId, state }) => !ids.has(clientId) && (state === 'sent' || held.has(clientId)),
          ),
          ...kept.map((item): Sending => {
            const now = items.find(({ clientId }) => clientId === item.clientId);
            return { ...item, state: item.refused ? 'refused' : (now?.state ?? 'waiting') };
          }),
        ];
        show(items);
        pump();
      }),
    seen: (clientIds) => {
      for (const clientId of clientIds) done.add(clientId);
      const ended = items.filter(({ clientId }) => done.has(clientId));
      if (ended.length === 0) return;
      items = items.filter((item) => !ended.includes(item));
      show(items);
      for (const { clientId } of ended) void forget(clientId);
    },
    bytesOf: async (clientId) => held.get(clientId) ?? outbox.bytesOf(clientId),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** The bytes are not on this device any more: the person has to take the photo again. */
const noBytes = {
  type: 'urn:silverlane:problem:file-lost',
  title: 'file-lost',
  status: 410,
  code: 'file-lost',
  detail: '',
};
