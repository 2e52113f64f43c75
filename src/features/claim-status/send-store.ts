import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, DocumentState } from '#domain/api/draft.ts';
import { api } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { MAX_UPLOAD_BYTES, sendFile } from '#platform/upload/upload.ts';

export interface SentPhoto {
  key: string;
  /** `received`: the server has it; it is not part of the claim before it is handed over. */
  state: 'waiting' | 'sending' | 'received' | 'rejected' | 'failed';
  /** 0 to 1. */
  share: number;
  documentId?: string;
  previewUrl: string;
  file: File;
}

export interface SendState {
  photos: readonly SentPhoto[];
  add: (files: readonly File[]) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
  /** Lets go of all: they were handed over, or the page is left. */
  clear: () => void;
}

interface Parts {
  draftId: string;
  field: string;
  send?: typeof sendFile;
  /** What the server made of a photo that arrived. */
  look?: (draftId: string, documentId: string) => Promise<DocumentState>;
}

async function lookAt(draftId: string, documentId: string): Promise<DocumentState> {
  const { documents } = await api.get<Draft>(`/api/drafts/${draftId}`);
  return documents.find(({ id }) => id === documentId)?.state ?? 'received';
}

/** Photos of a paper that was asked for afterwards: sent one after the other, each with what the server says of it. */
export function createSendStore({
  draftId,
  field,
  send = sendFile,
  look = lookAt,
}: Parts): StoreApi<SendState> {
  return createStore<SendState>()((set, get) => {
    const change = (key: string, next: Partial<SentPhoto>) =>
      set({
        photos: get().photos.map((photo) => (photo.key === key ? { ...photo, ...next } : photo)),
      });
    const run = async (key: string) => {
      const photo = get().photos.find((one) => one.key === key);
      if (!photo) return;
      if (photo.file.size > MAX_UPLOAD_BYTES) {
        change(key, { state: 'rejected' });
        return;
      }
      change(key, { state: 'sending', share: 0 });
      try {
        const documentId = await send(photo.file, {
          draftId,
          field,
          onProgress: (share) => change(key, { share }),
        });
        change(key, { state: await look(draftId, documentId), documentId, share: 1 });
      } catch {
        // It is still on the phone, and the page says so, with "send again" beside it.
        change(key, { state: 'failed' });
      }
    };
    return {
      photos: [],
      add: (files) => {
        const added = files.map((file): SentPhoto => ({
          key: newId(),
          file,
          state: 'waiting',
          share: 0,
          previewUrl: URL.createObjectURL(file),
        }));
        set({ photos: [...get().photos, ...added] });
        // One after the other: two at once would make each take twice as long on a slow line.
        void added.reduce((before, photo) => before.then(() => run(photo.key)), Promise.resolve());
      },
      remove: (key) => {
        const gone = get().photos.find((photo) => photo.key === key);
        if (gone) URL.revokeObjectURL(gone.previewUrl);
        set({ photos: get().photos.filter((photo) => photo.key !== key) });
      },
      retry: (key) => void run(key),
      clear: () => {
        for (const { previewUrl } of get().photos) URL.revokeObjectURL(previewUrl);
        set({ photos: [] });
      },
    };
  });
}
