import type { StoreApi } from 'zustand/vanilla';
import {
  withNothingMade,
  withFacts,
  withOrder,
  type KeptPhoto,
  type Turns,
} from '#domain/drafts/kept-photos.ts';
import type { DraftDocument } from '#domain/api/draft.ts';
import { newId } from '../ids/new-id.ts';
import { api } from '../api/client.ts';
import { createAgain } from './again.ts';
import { createLine } from './alone.ts';
import { isWithUs, type Photo, type PhotoState } from './photo.ts';
import { createPhotoBytes } from './photo-bytes.ts';
import { createMaking } from './photo-making.ts';
import { createSending } from './photo-sending.ts';
import { createShelf, idOf } from './photo-shelf.ts';
import { createFollowing, thumbOf } from './photo-following.ts';
import type { QueueParts } from './queue-parts.ts';
import { dropUpload, uploadUrlOf } from './upload.ts';

export const kindOf = ({ type }: { type: string }): Photo['kind'] =>
  type === 'application/pdf' ? 'pdf' : 'photo';

const turnByServer = (id: string) =>
  api.post<DraftDocument>(
    `/api/documents/${id}/turn`,
    { quarters: 1 },
    { idempotencyKey: newId() },
  );

/** The files of one answer. `follow` is called whenever the answer, the list or the documents may have changed. */
export type PhotoQueue = StoreApi<PhotoState> & { follow: () => void };

/**
 * The files of one answer on their way: kept on the phone, made ready, sent one after the other. Each one's state is
 * what is true, never a hope; a reload, a second tab, a dead battery or a server that dies interrupt and do not lose.
 */
export function createPhotoQueue(parts: QueueParts): PhotoQueue {
  const { list, dropThere = dropUpload, closed } = parts;
  const { turnThere = turnByServer } = parts;
  const bytes = parts.bytes ?? createPhotoBytes();
  const shelf = createShelf(parts);
  /** On the phone first, all of them: what is made and sent later must not hold that up. */
  const keepLine = createLine();
  const makeLine = createLine();

  const again = createAgain(() => {
    for (const { key, state } of shelf.photos())
      if (['waiting', 'sending', 'preparing'].includes(state) && !shelf.held(key).stop)
        advance(key);
  });
  const making = createMaking(parts, shelf, bytes, again.soon);

  const tell = () => {
    const ids = shelf
      .photos()
      .flatMap((p) => (p.documentId && isWithUs(p.state) ? [p.documentId] : []));
    const before = parts.answer();
    const unique = [...new Set(ids)];
    following.know(unique);
    if (unique.join() !== before.join()) parts.onAnswer(unique, before);
  };

  const hashOf = (photo: Photo) =>
    shelf.kept(photo.key)?.hash ?? list.now().sent?.[photo.documentId ?? '']?.hash;
  /** Another photo of the same bytes: the one that was here first. */
  const twinOf = (photo: Photo): Photo | undefined => {
    const hash = hashOf(photo);
    if (!hash) return undefined;
    const all = shelf.photos();
    const before = all.slice(0, all.indexOf(photo));
    return all.find(
      (one) =>
        one !== photo &&
        (one.documentId !== undefined || before.includes(one)) &&
        !one.sameAs &&
        one.state !== 'rejected' &&
        hashOf(one) === hash,
    );
  };

  /** Brings a photo as far as it goes without the person. */
  const advance = (key: string) => {
    void makeLine(async () => {
      // It is being made or sent: that goes on.
      if (closed?.aborted || shelf.held(key).stop) return;
      if (!(await making.make(key))) return;
      const photo = shelf.find(key);
      const kept = shelf.kept(key);
      if (!photo || !kept) return;
      const twin = twinOf(photo);
      if (twin) return shelf.change(key, { state: 'advised', sameAs: twin.key });
      const advice = kept.advice;
      if (advice && !kept.isAnyway)
        return shelf.change(key, { state: 'advised', advice, sameAs: undefined });
      shelf.change(key, { state: 'waiting', advice, sameAs: undefined });
      send(key);
    });
  };

  const take = (file: File, replaces?: string): Photo => {
    const photo: Photo = {
      key: newId(),
      kind: kindOf(file),
      file,
      state: 'preparing',
      share: 0,
      previewUrl: URL.createObjectURL(file),
    };
    following.own(photo.key);
    void keepLine(async () => {
      await making.keep(photo.key, file, replaces);
      // It is on the phone: one that never left may go; one that we have goes when the new one is with us.
      if (replaces && shelf.find(photo.key)) {
        const old = shelf.photos().find((one) => idOf(one) === replaces);
        if (old && !old.documentId) retire(replaces);
      }
      advance(photo.key);
    });
    return photo;
  };

  const remove = (key: string) => {
    const photo = shelf.find(key);
    const kept = shelf.kept(key);
    shelf.drop(key);
    following.own(key, photo?.documentId);
    tell();
    // What was the same as this one is the only one now.
    for (const one of shelf.photos()) if (one.sameAs === key) advance(one.key);
    const isElsewhere = shelf.photos().some((one) => one.documentId === photo?.documentId);
    const url = photo?.documentId ? uploadUrlOf(photo.documentId) : kept?.uploadUrl;
    const letGo = async () => {
      await making.forget(key);
      await list.settled();
      if (url && !(photo?.documentId && isElsewhere)) await dropThere(url);
    };
    letGo().catch(() => undefined);
  };
  const retire = (id: string) => {
    const old = shelf.photos().find((one) => one.key === id || one.documentId === id);
    if (old) remove(old.key);
  };

  const following = createFollowing(parts, { shelf, advance, kindOf });
  const send = createSending(parts, {
    shelf,
    bytes,
    making,
    again,
    advance,
    tell,
    retire,
    onArrived: following.askSoon,
  });

  const turnHere = (key: string, { turns = 0, uploadUrl }: KeptPhoto) => {
    shelf.held(key).stop?.abort();
    shelf.held(key).stop = undefined;
    shelf.held(key).made = undefined;
    list.apply(withNothingMade(key, ((turns + 1) % 4) as Turns));
    if (uploadUrl) void dropThere(uploadUrl);
    shelf.change(key, { state: 'preparing', share: 0 });
    advance(key);
  };
  const turnWithUs = async (key: string, documentId: string) => {
    try {
      const { turned } = await turnThere(documentId);
      // Another picture: what was said of the old one holds no more.
      following.unleave(documentId);
      shelf.change(key, { previewUrl: thumbOf(documentId, turned ?? Date.now()) });
      if (shelf.find(key)?.reason === 'not-turned') shelf.change(key, { reason: undefined });
      // It is read anew.
      following.askSoon();
    } catch {
      shelf.change(key, { reason: 'not-turned' });
    }
  };

  const sendAnyway = (key: string) => {
    list.apply(withFacts(key, { isAnyway: true }));
    // Advice comes before the photo is packed: it is not asked for again while that goes on.
    if (shelf.held(key).stop) shelf.change(key, { state: 'preparing', advice: undefined });
    advance(key);
  };
  shelf.store.setState({
    photos: [],
    add: (files) => shelf.put([...shelf.photos(), ...files.map((file) => take(file))]),
    remove,
    retry: advance,
    sendAnyway,
    leave: (key) => {
      const { documentId } = shelf.find(key) ?? {};
      if (!documentId) return;
      shelf.change(key, { isLeft: true });
      following.leave(documentId);
    },
    goOn: () => {
      for (const { key, state, sameAs } of shelf.photos()) {
        if (sameAs) remove(key);
        else if (state === 'advised') sendAnyway(key);
      }
    },
    replace: (key, file) => {
      const old = shelf.find(key);
      if (!old) return;
      const photo = take(file, idOf(old));
      const all = shelf.photos().flatMap((one) => (one === old ? [photo, one] : [one]));
      list.apply(withOrder(all.map(idOf)));
      shelf.put(all);
    },
    turn: (key) => {
      const photo = shelf.find(key);
      const kept = shelf.kept(key);
      if (photo?.documentId && isWithUs(photo.state)) void turnWithUs(key, photo.documentId);
      else if (kept && photo?.state !== 'failed') turnHere(key, kept);
    },
    move: (key, by) => {
      const all = [...shelf.photos()];
      const from = all.findIndex((photo) => photo.key === key);
      const [moved] = all.splice(from, 1);
      if (!moved || from + by < 0 || from + by > all.length) return;
      all.splice(from + by, 0, moved);
      list.apply(withOrder(all.map(idOf)));
      shelf.put(all);
      tell();
    },
  });
  let draftId = parts.draftId();
  const follow = () => {
    following.follow();
    const isOther = parts.draftId() !== draftId;
    draftId = parts.draftId();
    // It can be sent now, or to another one than before.
    if (isOther && draftId !== '') again.now();
  };
  following.begin();
  closed?.addEventListener('abort', () => {
    again.stop();
    following.stop();
    for (const { key } of shelf.photos()) shelf.drop(key);
  });
  return Object.assign(shelf.store, { follow });
}
