import type { StoreApi } from 'zustand/vanilla';
import type { ClaimStore } from './claim-store.ts';
import { storeInHand } from './claims-in-hand.ts';
import { createPhotoStore, type PhotoParts } from './create-photo-store.ts';
import type { PhotoState } from './photo.ts';

interface InHand {
  claim?: ClaimStore;
  store: StoreApi<PhotoState>;
}
const stores = new Map<string, InHand>();

/** The photos of one question of one claim: the same store on every visit to the page. */
export function photoStoreOf(parts: PhotoParts): StoreApi<PhotoState> {
  const claim = storeInHand(parts.draft.flow);
  const key = `${parts.draft.flow}.${parts.field}`;
  const known = stores.get(key);
  // Another claim, or another person's: their photos are theirs.
  if (known && known.claim === claim) return known.store;
  const store = createPhotoStore({ ...parts, claim });
  stores.set(key, { claim, store });
  return store;
}
