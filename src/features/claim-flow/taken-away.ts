import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Photo, PhotoState } from './photo.ts';

/** A photo that was taken away, with what is needed to put it back. */
export interface TakenAway {
  id: string;
  /** What it was called. */
  name: string;
  /** Its place, from 0. */
  place: number;
  file: File;
}

interface TakenAwayState {
  gone: readonly TakenAway[];
  /** Takes a photo away. What only the server has is fetched first: it forgets it too. */
  takeAway: (photo: Photo, name: string) => Promise<void>;
  putBack: (id: string) => void;
}

const fullImage = (documentId: string) => `/api/documents/${documentId}/image?size=full`;

async function fileOf({ file, documentId, kind }: Photo): Promise<File | undefined> {
  if (file) return file;
  if (!documentId || kind === 'pdf') return undefined;
  try {
    const response = await fetch(fullImage(documentId), { credentials: 'same-origin' });
    if (!response.ok) return undefined;
    const bytes = await response.blob();
    return new File([bytes], 'photo.jpg', { type: bytes.type || 'image/jpeg' });
  } catch {
    // No signal: it goes as asked, and cannot be put back.
    return undefined;
  }
}

const known = new WeakMap<StoreApi<PhotoState>, StoreApi<TakenAwayState>>();

/** What the person did with these photos beside sending them, while the page is open: nothing pops up to ask. */
export function takenAwayOf(photos: StoreApi<PhotoState>): StoreApi<TakenAwayState> {
  const old = known.get(photos);
  if (old) return old;
  const store = createStore<TakenAwayState>()((set, get) => ({
    gone: [],
    takeAway: async (photo, name) => {
      const place = photos.getState().photos.findIndex(({ key }) => key === photo.key);
      const file = await fileOf(photo);
      photos.getState().remove(photo.key);
      if (file) set({ gone: [...get().gone, { id: photo.key, name, place, file }] });
    },
    putBack: (id) => {
      const back = get().gone.find((one) => one.id === id);
      if (!back) return;
      set({ gone: get().gone.filter((one) => one !== back) });
      const { add, move } = photos.getState();
      add([back.file]);
      const all = photos.getState().photos;
      const last = all[all.length - 1];
      for (let at = all.length - 1; last && at > back.place; at -= 1) move(last.key, -1);
    },
  }));
  known.set(photos, store);
  return store;
}
