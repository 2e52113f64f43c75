import type { Problem } from '#domain/api/problem.ts';
import type { Vault } from '#platform/storage/vault.ts';

/** What is to be written into the log, kept on the device until the server has it. */
export interface Outgoing {
  /** The same one for every try, so that the server writes it once. */
  clientId: string;
  kind: string;
  body: Readonly<Record<string, unknown>>;
  /** ISO 8601, by this device. */
  madeAt: string;
  /** A photo or voice note that has to go first; its bytes lie beside. `fileId` is there once it has gone. */
  file?: { type: string; seconds?: number; fileId?: string };
  /** The server has refused it: it waits for the person's 重发. */
  refused?: { code: string; detail: string };
}

/** What waits to be sent in one conversation, in its order, on the disk of this device where it has one. */
export interface Outbox {
  read: () => Promise<readonly Outgoing[]>;
  /** Resolves once it is kept: only then may the text box be emptied. @throws VaultFullError */
  add: (item: Outgoing, bytes?: ArrayBuffer) => Promise<void>;
  change: (clientId: string, change: (item: Outgoing) => Outgoing) => Promise<void>;
  remove: (clientId: string) => Promise<void>;
  bytesOf: (clientId: string) => Promise<ArrayBuffer | undefined>;
  /** Hears of another tab's changes, and of everything having been forgotten. */
  watch: (hear: () => void) => () => void;
  /** False: it lies in this page's memory and goes with it. */
  isKept: boolean;
}

/** @param name of the conversation and the side, so that two conversations never mix */
export function createOutbox(vault: Vault, name: string): Outbox {
  const list = `outbox.${name}`;
  const bytesAt = (clientId: string) => `outbox-file.${clientId}`;
  const update = async (change: (items: readonly Outgoing[]) => readonly Outgoing[]) => {
    await vault.update<readonly Outgoing[]>(list, (before) => {
      const next = change(before ?? []);
      return next.length > 0 ? next : undefined;
    });
  };
  return {
    isKept: vault.place === 'disk',
    read: async () => (await vault.read<readonly Outgoing[]>(list)) ?? [],
    add: async (item, bytes) => {
      if (bytes) await vault.writeBytes(bytesAt(item.clientId), bytes);
      await update((items) => [
        ...items.filter(({ clientId }) => clientId !== item.clientId),
        item,
      ]);
    },
    change: (clientId, change) =>
      update((items) => items.map((item) => (item.clientId === clientId ? change(item) : item))),
    remove: async (clientId) => {
      await update((items) => items.filter((item) => item.clientId !== clientId));
      await vault.remove(bytesAt(clientId));
    },
    bytesOf: (clientId) => vault.readBytes(bytesAt(clientId)),
    watch: (hear) =>
      vault.watch((news) => {
        if (news === 'all' || news.name === list || news.name === '*') hear();
      }),
  };
}

/** What a refusal leaves to do: try again by itself, ask the person, or nothing since it was done already. */
export function afterRefusal({ status, code }: Pick<Problem, 'status' | 'code'>) {
  // Too fast, or the server's own trouble: the same again after a while.
  if (status === 429 || status >= 500 || status === 408) return 'later' as const;
  // Nobody is signed in, or no longer ours: the link says so; the words stay where they are.
  if (status === 401 || code === 'not-found') return 'keep' as const;
  return 'ask' as const;
}
