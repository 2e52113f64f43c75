import { vi } from 'vitest';
import type { DraftDocument } from '#domain/api/draft.ts';
import { createPageVault, VaultFullError, type Vault } from '../storage/vault.ts';
import type { PreparedPhoto } from '../photo/prepare-photo.ts';
import { createPhotoBytes } from './photo-bytes.ts';
import { createPhotoQueue, type PhotoQueue } from './photo-queue.ts';
import type { Photo } from './photo.ts';
import type { SendOptions, Sent } from './upload.ts';
import { createVaultList } from './vault-list.ts';

const read = (blob: Blob) =>
  new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob);
  });
// Every browser has these; the page's stand-in in tests does not.
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob) {
  return read(this);
};
Blob.prototype.text ??= async function text(this: Blob) {
  return new TextDecoder().decode(await read(this));
};

/** The page's stand-in has no addresses for what lies in memory. */
export function numberBlobUrls(): void {
  let count = 0;
  URL.createObjectURL = () => `blob:${(count += 1)}`;
  URL.revokeObjectURL = vi.fn();
}

/** Neither goes on nor fails. */
export const stuck = () => new Promise<never>(() => undefined);

/** An answer of the server that has begun an upload at this address and goes no further. */
export const beginsAt =
  (url: string) =>
  ({ options }: Asked) => {
    options.onUrl?.(url);
    return stuck();
  };

export const photoFile = (name: string, bytes = name) =>
  new File([bytes], name, { type: 'image/jpeg' });

/** A phone with a disk: what is closed can be opened again on the same one. */
export function phoneDisk() {
  const state = { isFull: false };
  const memory = createPageVault();
  const vault: Vault = {
    ...memory,
    place: 'disk',
    writeBytes: (name, bytes) =>
      state.isFull ? Promise.reject(new VaultFullError('no room')) : memory.writeBytes(name, bytes),
  };
  return { vault, state };
}

export const noLine = () => Object.assign(new TypeError('no line'), { name: 'TypeError' });

/** A refusal of the server, as the protocol's library tells it. */
export const refusal = (status: number, code = 'x') =>
  Object.assign(new Error(String(status)), {
    originalRequest: {},
    originalResponse: { getStatus: () => status, getBody: () => JSON.stringify({ code }) },
  });

interface Asked {
  file: File;
  options: SendOptions;
}

/** A server that takes what it is sent, and a page that has it open. */
export function server() {
  const sent: Asked[] = [];
  const documents: DraftDocument[] = [];
  const state = {
    answer: undefined as ((asked: Asked) => Promise<Sent> | Sent) | undefined,
    advice: undefined as ((file: File) => PreparedPhoto['advice']) | undefined,
    /** Until it resolves, what was looked at is not packed yet. */
    packing: undefined as Promise<void> | undefined,
    dropped: [] as string[],
    turned: [] as string[],
    left: [] as string[],
    /** Nothing said of a document is heard. */
    isDeaf: false,
    /** Claims that were sent from another device, as this page found out. */
    wasSent: 0,
    prepared: [] as string[],
  };
  const send = async (file: File, options: SendOptions): Promise<Sent> => {
    const asked = { file, options };
    sent.push(asked);
    options.onProgress?.(0.5);
    const stopped = new Promise<never>((_, reject) =>
      options.signal?.addEventListener('abort', () =>
        reject(new DOMException('stopped', 'AbortError')),
      ),
    );
    const own = await Promise.race([state.answer?.(asked), stopped]);
    if (own) return own;
    const documentId = `doc-${await file.text()}`;
    documents.push({ id: documentId, field: options.field, state: 'received' });
    return { documentId, state: 'received', isSame: false };
  };
  return { sent, documents, state, send };
}

type Server = ReturnType<typeof server>;

/** Opens the page of one question: the store as a reload or another tab makes it. */
export async function openPage(
  disk: ReturnType<typeof phoneDisk>,
  there: Server,
  draft: { id: string } = { id: 'd1' },
) {
  const hear: { queue?: PhotoQueue } = {};
  const closing = new AbortController();
  const openVault = () => Promise.resolve(disk.vault);
  const list = createVaultList('test', () => hear.queue?.follow(), openVault);
  await list.open();
  const queue = createPhotoQueue({
    field: 'invoicePhotos',
    draftId: () => draft.id,
    list,
    answer: list.arrived,
    onAnswer: list.setArrived,
    documents: () => there.documents,
    bytes: createPhotoBytes(openVault),
    send: there.send,
    prepare: async (file, { turns = 0, signal, onAdvice }) => {
      there.state.prepared.push(`${file.name}.${turns}`);
      signal?.throwIfAborted();
      const advice = there.state.advice?.(file) ?? null;
      if (advice) onAdvice?.(advice);
      await there.state.packing;
      const text = await file.text();
      return {
        file: new File([`${text}${turns ? `+${turns}` : ''}`], 'small.jpg', { type: 'image/jpeg' }),
        width: 1,
        height: 1,
        advice,
        hash: `hash of ${text}`,
        look: '',
      };
    },
    turnThere: (id) => {
      there.state.turned.push(id);
      return Promise.resolve({ turned: 1 });
    },
    leaveThere: (id) => {
      if (there.state.isDeaf) return Promise.reject(new Error('no signal'));
      there.state.left.push(id);
      return Promise.resolve();
    },
    onSent: () => {
      there.state.wasSent += 1;
      list.clear();
      return Promise.resolve();
    },
    dropThere: (url) => {
      there.state.dropped.push(url);
      return Promise.resolve();
    },
    closed: closing.signal,
  });
  hear.queue = queue;
  const page = {
    ...queue.getState(),
    queue,
    list,
    photos: () => queue.getState().photos,
    states: () => queue.getState().photos.map(({ state }) => state),
    keyOf: (i: number) => queue.getState().photos[i]?.key ?? '',
    photo: (i: number) => queue.getState().photos[i] as Photo,
    shows: (...states: Photo['state'][]) =>
      vi.waitFor(() => {
        const now = queue.getState().photos.map(({ state }) => state);
        if (now.join() !== states.join()) throw new Error(`${now.join()} for ${states.join()}`);
      }),
    /** The battery is empty: nothing is told to anybody. */
    die: () => {
      list.close();
      closing.abort();
    },
  };
  return page;
}
