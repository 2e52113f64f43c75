import type { PhotoAdvice } from '../photo/types.ts';

export type Turns = 0 | 1 | 2 | 3;

/** What is sent, made of the original. It lies beside it, so that a broken upload goes on with the very same bytes. */
export interface MadePhoto {
  name: string;
  type: string;
  /** It is the original itself, which lies there once. */
  isOriginal?: boolean;
}

/** A photo whose bytes lie on the phone until the server has them. */
export interface KeptPhoto {
  key: string;
  field: string;
  name: string;
  type: string;
  /** Its bytes are not all here yet: noted first, so that a page closed meanwhile does not lose it without a word. */
  isWriting?: boolean;
  /** The phone had no room: its bytes are in this one page, and gone with it. */
  onlyIn?: string;
  made?: MadePhoto;
  /** Quarters clockwise that the person has turned it. */
  turns?: Turns;
  /**
   * What was made of it last, and how far that is turned already: where the phone had no room for the original it is all
   * there is, and is gone on from.
   */
  lastMade?: MadePhoto & { turns: Turns };
  advice?: PhotoAdvice;
  /** The person has said: send it as it is. */
  isAnyway?: boolean;
  /** SHA-256 of the original, and what it looks like. */
  hash?: string;
  look?: string;
  /** The photo (its key, or its document) that goes once this one is here. */
  replaces?: string;
  /** Where the server takes it on: the upload goes on from what it has. */
  uploadUrl?: string;
  /** How often it was begun anew with other bytes, or because the server had forgotten it. */
  beginnings?: number;
}

/** What is known of a photo that the server has: the same one again is noticed before it is sent. */
export interface SentPhoto {
  hash?: string;
  look?: string;
  /** The person leaves it as it is, although it cannot be read or is another paper: they are not asked again. */
  isLeft?: boolean;
}

/** The part of what the phone keeps that is about photos. All changes are pure: another tab may be at it too. */
export interface KeptPhotos {
  photos: readonly KeptPhoto[];
  /** By document. */
  sent?: Readonly<Record<string, SentPhoto>>;
  /** Keys and documents in the person's order, as far as they have put them in one. */
  order?: readonly string[];
}

export type PhotosEvent = <T extends KeptPhotos>(kept: T) => T;

/** Adds a photo, or says more about one that is there; `undefined` takes a fact back. */
export const withPhoto = <T extends KeptPhotos>(kept: T, photo: KeptPhoto): T => ({
  ...kept,
  photos: kept.photos.some(({ key }) => key === photo.key)
    ? kept.photos.map((one) => (one.key === photo.key ? { ...one, ...photo } : one))
    : [...kept.photos, photo],
});

/** Says more about one that is there, and nothing where it is gone. */
export const withFacts =
  (key: string, facts: Partial<KeptPhoto>): PhotosEvent =>
  (kept) => ({
    ...kept,
    photos: kept.photos.map((one) => (one.key === key ? { ...one, ...facts } : one)),
  });

export const withoutPhoto = <T extends KeptPhotos>(kept: T, key: string): T => ({
  ...kept,
  photos: kept.photos.filter((photo) => photo.key !== key),
});

/** What is sent has to be made anew: it was turned, or its bytes are gone. Nothing that was begun fits it any more. */
export const withNothingMade = (key: string, turns?: Turns): PhotosEvent => {
  return (kept) => ({
    ...kept,
    photos: kept.photos.map((one) =>
      one.key === key
        ? {
            ...one,
            turns: turns ?? one.turns,
            made: undefined,
            uploadUrl: undefined,
            beginnings: (one.beginnings ?? 0) + 1,
          }
        : one,
    ),
  });
};

/** The server has it: off the phone, its place in the order and what it looked like are remembered by its document. */
export const withArrived =
  (key: string, documentId: string): PhotosEvent =>
  (kept) => {
    const photo = kept.photos.find((one) => one.key === key);
    const { hash, look } = photo ?? {};
    const swap = (id: string) => (id === key ? documentId : id);
    return {
      ...kept,
      photos: kept.photos
        .filter((one) => one.key !== key)
        .map((one) => (one.replaces === key ? { ...one, replaces: documentId } : one)),
      ...(hash ? { sent: { ...kept.sent, [documentId]: { hash, look } } } : {}),
      ...(kept.order ? { order: [...new Set(kept.order.map(swap))] } : {}),
    };
  };

/** The person leaves a photo that the server has as it is; or it is another picture now, since it was turned. */
export const withLeft =
  (documentId: string, isLeft: boolean): PhotosEvent =>
  (kept) => ({
    ...kept,
    sent: { ...kept.sent, [documentId]: { ...kept.sent?.[documentId], isLeft } },
  });

/** The person has put these in this order; others keep theirs. */
export const withOrder =
  (ids: readonly string[]): PhotosEvent =>
  (kept) => ({
    ...kept,
    order: [...(kept.order ?? []).filter((id) => !ids.includes(id)), ...ids],
  });

/** In the person's order; what has no place in it comes last, as it came. */
export function inOrder<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  order?: readonly string[],
): T[] {
  const place = new Map(order?.map((id, i) => [id, i]));
  const placeOf = (item: T) => place.get(idOf(item)) ?? place.size;
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => placeOf(a.item) - placeOf(b.item) || a.i - b.i)
    .map(({ item }) => item);
}
