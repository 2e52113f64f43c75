import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, DocumentReason } from '#domain/api/draft.ts';
import { withoutPhoto, withPhoto, type KeptPhoto } from '#domain/drafts/kept-claim.ts';
import { api } from '#platform/api/client.ts';
import { newId } from '#platform/ids/new-id.ts';
import { phoneVault } from '#platform/storage/phone-vault.ts';
import type { Vault } from '#platform/storage/vault.ts';
import { isOffline, MAX_UPLOAD_BYTES, sendAlone, sendFile } from '#platform/upload/upload.ts';
import type { ClaimStore } from './claim-store.ts';
import type { Photo, PhotoState } from './photo.ts';

export interface PhotoParts {
  draft: Draft;
  field: string;
  /** The ids to keep as the answer, whenever they change; null when there is none left. */
  onAnswer: (ids: string[] | null) => void;
  /** The claim that they belong to: it knows the server's draft, and keeps what is not sent. */
  claim?: ClaimStore;
  openVault?: () => Promise<Vault>;
  send?: typeof sendFile;
  /** What the server made of a finished upload. */
  look?: (
    draftId: string,
    documentId: string,
  ) => Promise<{ state: 'received' | 'rejected'; reason?: DocumentReason }>;
}

const thumb = (id: string) => `/api/documents/${id}/image?size=thumb`;
const kindOf = (file: File) => (file.type === 'application/pdf' ? 'pdf' : 'photo');
const bytesName = (key: string) => `photo/${key}`;

async function lookAt(draftId: string, documentId: string) {
  const draft = await api.get<Draft>(`/api/drafts/${draftId}`);
  const found = draft.documents.find((document) => document.id === documentId);
  return found ? { state: found.state, reason: found.reason } : { state: 'received' as const };
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

/** Photos that the server has and that the answer names. */
function receivedOf(draft: Draft, ids: readonly string[]): Photo[] {
  return ids.map((id) => {
    const document = draft.documents.find((one) => one.id === id);
    return {
      key: id,
      kind: 'photo',
      documentId: id,
      state: document?.state ?? 'received',
      reason: document?.reason,
      share: 1,
      previewUrl: thumb(id),
    };
  });
}

/**
 * The photos of one question: each is sent by itself, and its state is what the server has said, never a hope. Its bytes
 * lie on the phone until then, so that a reload or a dead battery interrupts and does not lose.
 */
export function createPhotoStore({
  draft,
  field,
  onAnswer,
  claim,
  openVault = phoneVault,
  send = sendFile,
  look = lookAt,
}: PhotoParts): StoreApi<PhotoState> {
  const draftNow = () => claim?.getState().draft ?? draft;
  const keep = (photo: KeptPhoto) => claim?.keeper.apply((kept) => withPhoto(kept, photo));
  const keptPhotos = () =>
    (claim?.keeper.claim().photos ?? []).filter((photo) => photo.field === field);
  let answered = idsIn(claim?.getState().answers[field] ?? draft.answers[field]);
  /** Whose bytes lie on the phone. */
  const onPhone = new Set<string>();
  /** One after the other: two at once would make each take twice as long on a slow line. */
  let line: Promise<void> = Promise.resolve();
  /** On the phone first, all of them: what is sent later must not wait for that. */
  let keeping: Promise<void> = Promise.resolve();

  const store = createStore<PhotoState>()((set, get) => {
    const find = (key: string) => get().photos.find((photo) => photo.key === key);
    const change = (key: string, next: Partial<Photo>) =>
      set({
        photos: get().photos.map((photo) => (photo.key === key ? { ...photo, ...next } : photo)),
      });
    const drop = (key: string) => {
      const gone = find(key);
      if (gone?.file && gone.previewUrl) URL.revokeObjectURL(gone.previewUrl);
      set({ photos: get().photos.filter((photo) => photo.key !== key) });
    };
    const tell = () => {
      answered = get().photos.flatMap((p) =>
        p.state === 'received' && p.documentId ? [p.documentId] : [],
      );
      onAnswer(answered.length > 0 ? [...answered] : null);
    };

    /** Off the phone: the server has it, or the person does not want it. */
    const letGo = async (key: string) => {
      claim?.keeper.apply((kept) => withoutPhoto(kept, key));
      const vault = await openVault();
      await vault.remove(bytesName(key));
    };

    const run = async (key: string): Promise<void> => {
      const photo = find(key);
      const { id: draftId } = draftNow();
      if (!photo?.file || photo.state === 'received') return;
      if (onPhone.has(key)) {
        await claim?.keeper.look();
        // Another tab has sent it, or taken it away.
        if (!keptPhotos().some((one) => one.key === key)) return drop(key);
      }
      if (photo.file.size > MAX_UPLOAD_BYTES) {
        change(key, { state: 'rejected', reason: 'too-large' });
        await letGo(key).catch(() => undefined);
        return;
      }
      // Without a draft on the server there is nothing to send it to: it goes when there is.
      if (draftId === '') return change(key, { state: 'waiting' });
      change(key, { state: 'sending', share: 0 });
      const kept = keptPhotos().find((one) => one.key === key);
      try {
        const documentId = await send(photo.file, {
          draftId,
          field,
          uploadUrl: kept?.uploadUrl,
          onUrl: (uploadUrl) => {
            const one = keptPhotos().find((other) => other.key === key);
            if (one) keep({ ...one, uploadUrl });
          },
          onProgress: (share) => change(key, { share }),
        });
        const seen = await look(draftId, documentId);
        if (!find(key)) return;
        change(key, { ...seen, documentId, share: 1 });
        tell();
        await claim?.keeper.settled();
        await letGo(key).catch(() => undefined);
      } catch (error) {
        // It is still on the phone, and the page says so: it goes by itself when there is a signal, or when asked to.
        change(key, { state: isOffline(error) ? 'waiting' : 'failed' });
      }
    };
    const runInLine = (key: string) => {
      const kept = keeping;
      line = line
        .then(() => kept)
        .then(() => sendAlone(bytesName(key), () => run(key)))
        .catch(() => undefined);
    };

    const keepBytes = async (photo: Photo, file: File) => {
      try {
        const vault = await openVault();
        if (vault.place === 'page' || file.size > MAX_UPLOAD_BYTES) return;
        await vault.writeBytes(bytesName(photo.key), await file.arrayBuffer());
        // Removed, or received, while it was being written.
        const now = find(photo.key);
        if (now && now.state !== 'received' && now.state !== 'rejected') {
          keep({ key: photo.key, field, name: file.name, type: file.type });
          onPhone.add(photo.key);
        } else await vault.remove(bytesName(photo.key));
      } catch {
        // No room for it: it is in the page, and "on your phone" stays true as long as that is open.
      }
    };

    return {
      photos: receivedOf(draft, answered),
      add: (files) => {
        const added = files.map((file): Photo => ({
          key: newId(),
          kind: kindOf(file),
          file,
          state: 'waiting',
          share: 0,
          previewUrl: URL.createObjectURL(file),
        }));
        set({ photos: [...get().photos, ...added] });
        for (const photo of added) {
          if (photo.file) keeping = keeping.then(() => keepBytes(photo, photo.file as File));
        }
        for (const { key } of added) runInLine(key);
      },
      remove: (key) => {
        drop(key);
        letGo(key).catch(() => undefined);
        tell();
      },
      retry: (key) => runInLine(key),
      sendAnyway: (key) => runInLine(key),
      replace: (key, file) => {
        get().add([file]);
        get().remove(key);
      },
      turn: () => undefined,
      move: (key, by) => {
        const photos = [...get().photos];
        const from = photos.findIndex((photo) => photo.key === key);
        const [moved] = photos.splice(from, 1);
        if (!moved || from + by < 0) return;
        photos.splice(from + by, 0, moved);
        set({ photos });
        tell();
      },
    };
  });

  const { setState: set, getState: get } = store;
  const sendWaiting = () => {
    for (const photo of get().photos) if (photo.state === 'waiting') get().retry(photo.key);
  };

  /** What an earlier page, or another tab, has left on the phone. */
  const recall = async () => {
    const vault = await openVault();
    for (const kept of keptPhotos()) {
      if (get().photos.some((photo) => photo.key === kept.key)) continue;
      const bytes = await vault.readBytes(bytesName(kept.key));
      if (!bytes) {
        claim?.keeper.apply((now) => withoutPhoto(now, kept.key));
        continue;
      }
      if (get().photos.some((photo) => photo.key === kept.key)) continue;
      onPhone.add(kept.key);
      const file = new File([bytes], kept.name, { type: kept.type });
      const photo: Photo = {
        key: kept.key,
        kind: kindOf(file),
        file,
        state: 'waiting',
        share: 0,
        previewUrl: URL.createObjectURL(file),
      };
      set({ photos: [...get().photos, photo] });
      get().retry(kept.key);
    }
  };

  /** The answer came from elsewhere too: another tab or phone has added photos, or taken some away. */
  const follow = () => {
    const ids = idsIn(claim?.getState().answers[field]);
    if (ids.length === answered.length && ids.every((id) => answered.includes(id))) return;
    const known = new Set(get().photos.map((photo) => photo.documentId));
    const gone = answered.filter((id) => !ids.includes(id));
    answered = ids;
    set({
      photos: [
        ...get().photos.filter(
          ({ state, documentId }) => state !== 'received' || !gone.includes(documentId ?? ''),
        ),
        ...receivedOf(
          draftNow(),
          ids.filter((id) => !known.has(id)),
        ),
      ],
    });
  };

  if (claim) {
    let { id } = draftNow();
    claim.subscribe((state) => {
      follow();
      const isMade = id === '' && state.draft?.id;
      id = state.draft?.id ?? '';
      if (isMade) sendWaiting();
    });
    recall().catch(() => undefined);
  }
  globalThis.addEventListener?.('online', sendWaiting);
  return store;
}
