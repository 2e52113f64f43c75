import { createStore, type StoreApi } from 'zustand/vanilla';
import { inOrder, type KeptPhoto } from '#domain/drafts/kept-photos.ts';
import type { Photo, PhotoState } from './photo.ts';
import type { QueueParts } from './queue-parts.ts';

/** What this page holds of a photo beside what it shows. */
export interface Held {
  original?: File;
  made?: File;
  /** Stops what is being done with it. */
  stop?: AbortController;
}

/** The photos on screen, and what this page has in its hands of each. */
export interface Shelf {
  store: StoreApi<PhotoState>;
  photos: () => readonly Photo[];
  find: (key: string) => Photo | undefined;
  /** As the phone keeps it. */
  kept: (key: string) => KeptPhoto | undefined;
  held: (key: string) => Held;
  put: (photos: readonly Photo[]) => void;
  change: (key: string, facts: Partial<Photo>) => void;
  /** Off the screen, and out of this page's hands. */
  drop: (key: string) => void;
  /** Shows a file in place of what was shown. */
  show: (key: string, file: Blob) => void;
  arrange: () => void;
}

export const idOf = (photo: Photo): string => photo.documentId ?? photo.key;

const isOurs = (url: string | undefined) => url?.startsWith('blob:') ?? false;

export function createShelf({ list }: Pick<QueueParts, 'list'>): Shelf {
  const inHand = new Map<string, Held>();
  // The actions are put in by the queue, which is the only one to make a shelf.
  const store = createStore<PhotoState>()(() => ({ photos: [] }) as unknown as PhotoState);
  const photos = () => store.getState().photos;
  const find = (key: string) => photos().find((photo) => photo.key === key);
  const put = (all: readonly Photo[]) =>
    store.setState({ photos: inOrder(all, idOf, list.now().order) });
  const letUrlGo = (url: string | undefined) => {
    if (url && isOurs(url)) URL.revokeObjectURL(url);
  };
  const change = (key: string, facts: Partial<Photo>) => {
    if (!find(key)) return;
    store.setState({
      photos: photos().map((photo) => (photo.key === key ? { ...photo, ...facts } : photo)),
    });
  };
  return {
    store,
    photos,
    find,
    kept: (key) => list.now().photos.find((photo) => photo.key === key),
    held: (key) => {
      const known = inHand.get(key) ?? {};
      inHand.set(key, known);
      return known;
    },
    put,
    change,
    drop: (key) => {
      letUrlGo(find(key)?.previewUrl);
      inHand.get(key)?.stop?.abort();
      inHand.delete(key);
      store.setState({ photos: photos().filter((photo) => photo.key !== key) });
    },
    show: (key, file) => {
      const before = find(key)?.previewUrl;
      change(key, { previewUrl: URL.createObjectURL(file) });
      letUrlGo(before);
    },
    arrange: () => put(photos()),
  };
}
