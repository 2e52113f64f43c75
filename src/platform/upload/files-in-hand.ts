import type { Draft, DraftDocument } from '#domain/api/draft.ts';
import { api } from '../api/client.ts';
import { sessionStore } from '../session/session.ts';
import { phoneVault } from '../storage/phone-vault.ts';
import { createPhotoBytes } from './photo-bytes.ts';
import { createPhotoQueue, type PhotoQueue } from './photo-queue.ts';
import type { QueueParts } from './queue-parts.ts';
import { createVaultList } from './vault-list.ts';

type Parts = Pick<QueueParts, 'field' | 'prepare' | 'send' | 'turnThere' | 'dropThere'> & {
  draftId: string;
};

/** Files on their way that no claim in the making keeps: a paper asked for afterwards, a recording. */
export interface FilesInHand {
  queue: PhotoQueue;
  /** They were handed over: off this page and off the phone. What the server has stays. */
  clear: () => void;
}

interface Open extends FilesInHand {
  close: () => void;
}

const open = new Map<string, Open>();
let isWatching = false;

/** Whoever is here next begins with nothing of the one before. */
function closeAll(): void {
  for (const one of open.values()) one.close();
  open.clear();
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  sessionStore.subscribe(({ customer }, before) => {
    if (before.customer && customer?.id !== before.customer.id) closeAll();
  });
  void phoneVault().then((vault) =>
    vault.watch((news) => {
      if (news === 'all') closeAll();
    }),
  );
}

function create(name: string, { draftId, field, ...rest }: Parts): Open {
  const closing = new AbortController();
  let documents: readonly DraftDocument[] = [];
  // The list tells the queue, and the queue needs the list: whichever comes first.
  const hear: { queue?: PhotoQueue } = {};
  const list = createVaultList(name, () => hear.queue?.follow());
  const refresh = async () => {
    ({ documents } = await api.get<Draft>(`/api/drafts/${draftId}`));
    hear.queue?.follow();
  };
  const queue = createPhotoQueue({
    ...rest,
    field,
    draftId: () => draftId,
    list,
    answer: list.arrived,
    onAnswer: list.setArrived,
    documents: () => documents.filter(({ id }) => list.arrived().includes(id)),
    refresh,
    bytes: createPhotoBytes(),
    closed: closing.signal,
  });
  hear.queue = queue;
  list.open().catch(() => undefined);
  const close = () => {
    closing.abort();
    list.close();
  };
  return {
    queue,
    close,
    clear: () => {
      list.clear();
      open.delete(name);
      void list.settled().then(close);
    },
  };
}

/**
 * The files under a name (`papers/<claim>/<field>`), the same ones on every visit to their page and after a reload:
 * kept on the phone, sent one after the other to this draft and field, each with its true state.
 * @param parts `prepare: asItIs` for recordings and other files that are sent as they were made
 */
export function filesUnder(name: string, parts: Parts): FilesInHand {
  watch();
  const known = open.get(name);
  if (known) return known;
  const made = create(name, parts);
  open.set(name, made);
  return made;
}
