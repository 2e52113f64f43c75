import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, DocumentReason } from '#domain/api/draft.ts';
import { api } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sessionStore } from '#platform/session/session.ts';
import { MAX_UPLOAD_BYTES, sendFile } from '#platform/upload/upload.ts';

export interface Photo {
  key: string;
  /** `waiting`, `sending`, `failed` are still on the phone; `received` and `rejected` are what the server says. */
  state: 'waiting' | 'sending' | 'received' | 'rejected' | 'failed';
  /** 0 to 1. */
  share: number;
  documentId?: string;
  reason?: DocumentReason;
  /** To look at: the file on the phone, or the server's small picture. */
  previewUrl?: string;
  file?: File;
}

export interface PhotoState {
  photos: readonly Photo[];
  add: (files: readonly File[]) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
}

interface Parts {
  draft: Draft;
  field: string;
  /** The ids to keep as the answer, whenever they change. */
  onAnswer: (ids: string[]) => void;
  send?: typeof sendFile;
  /** What the server made of a finished upload. */
  look?: (
    draftId: string,
    documentId: string,
  ) => Promise<{ state: 'received' | 'rejected'; reason?: DocumentReason }>;
}

const thumb = (id: string) => `/api/documents/${id}/image?size=thumb`;

async function lookAt(draftId: string, documentId: string) {
  const draft = await api.get<Draft>(`/api/drafts/${draftId}`);
  const found = draft.documents.find((document) => document.id === documentId);
  return found ? { state: found.state, reason: found.reason } : { state: 'received' as const };
}

/**
 * The photos of one question: each is sent by itself, and its state is what the server has said, never a hope.
 * Lives as long as the claim, so that going back and forth interrupts nothing.
 */
export function createPhotoStore({
  draft,
  field,
  onAnswer,
  send = sendFile,
  look = lookAt,
}: Parts): StoreApi<PhotoState> {
  const answered = new Set((draft.answers[field] as readonly string[] | undefined) ?? []);
  const known: Photo[] = draft.documents
    .filter((document) => document.field === field && answered.has(document.id))
    .map(({ id, state, reason }) => ({
      key: id,
      documentId: id,
      state,
      reason,
      share: 1,
      previewUrl: thumb(id),
    }));

  return createStore<PhotoState>()((set, get) => {
    const change = (key: string, next: Partial<Photo>) =>
      set({
        photos: get().photos.map((photo) => (photo.key === key ? { ...photo, ...next } : photo)),
      });
    const tell = () =>
      onAnswer(
        get().photos.flatMap((p) => (p.state === 'received' && p.documentId ? [p.documentId] : [])),
      );

    const run = async (key: string) => {
      const photo = get().photos.find((p) => p.key === key);
      if (!photo?.file) return;
      if (photo.file.size > MAX_UPLOAD_BYTES) {
        change(key, { state: 'rejected', reason: 'too-large' });
        return;
      }
      change(key, { state: 'sending', share: 0 });
      try {
        const documentId = await send(photo.file, {
          draftId: draft.id,
          field,
          onProgress: (share) => change(key, { share }),
        });
        const seen = await look(draft.id, documentId);
        change(key, { ...seen, documentId, share: 1 });
        tell();
      } catch {
        // It is still on the phone, and the page says so, with "send again" beside it.
        change(key, { state: 'failed' });
      }
    };

    return {
      photos: known,
      add: (files) => {
        const added = files.map((file): Photo => ({
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
        if (gone?.file && gone.previewUrl) URL.revokeObjectURL(gone.previewUrl);
        set({ photos: get().photos.filter((photo) => photo.key !== key) });
        tell();
      },
      retry: (key) => void run(key),
    };
  });
}

const stores = new Map<string, StoreApi<PhotoState>>();

sessionStore.subscribe(({ customer }, before) => {
  if (before.customer && !customer) stores.clear();
});

/** The photos of one question of one draft: the same store on every visit to the page. */
export function photoStoreOf(parts: Parts): StoreApi<PhotoState> {
  const key = `${parts.draft.id}.${parts.field}`;
  let store = stores.get(key);
  if (!store) {
    store = createPhotoStore(parts);
    stores.set(key, store);
  }
  return store;
}
