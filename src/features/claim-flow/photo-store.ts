import type { StoreApi } from 'zustand/vanilla';
import type { Draft } from '#domain/api/draft.ts';
import type { Flow } from '#domain/flow/types.ts';
import { asItIs } from '#platform/upload/queue-parts.ts';
import type { ClaimStore } from './claim-store.ts';
import { storeInHand } from './claims-in-hand.ts';
import { createPhotoStore, type PhotoParts } from './create-photo-store.ts';
import type { Photo, PhotoState } from './photo.ts';

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

/** What an earlier page has left on the phone goes on, whichever page of the claim is open now. */
export function goOnSending({ id, fields }: Flow, draft: Draft): void {
  const left = storeInHand(id)?.keeper.claim().photos ?? [];
  for (const field of new Set(left.map((one) => one.field))) {
    const prepare = fields[field]?.kind === 'statement' ? asItIs : undefined;
    photoStoreOf({ draft, field, onAnswer: () => undefined, ...(prepare ? { prepare } : {}) });
  }
}

/** How far photos of this kind of claim are that are on their way now, each 0 to 1, added up. */
export const sharesOnTheWay = (flow: string): number =>
  [...stores]
    .filter(([key]) => key.startsWith(`${flow}.`))
    .flatMap(([, { store }]) => store.getState().photos)
    .reduce((sum, { state, share }) => sum + (state === 'sending' ? share : 0), 0);

/** What is in the middle of something that will soon be over. One that waits for a line may wait for days. */
const isBusy = ({ state }: Photo) => state === 'preparing' || state === 'sending';

/**
 * The person goes on: what was advised to be taken again is sent as it is, what is here twice is let go.
 * @param ms how long going on may wait for what is on its way
 * @returns resolves when that has come or time is up; undefined when there is nothing to wait for
 */
export function goOnWithPhotos(
  flow: string,
  fields: readonly string[],
  ms: number,
): Promise<void> | undefined {
  const theirs = fields.flatMap((field) => stores.get(`${flow}.${field}`)?.store ?? []);
  for (const store of theirs) store.getState().goOn();
  const isOver = () =>
    theirs.every((store) =>
      store.getState().photos.every((one) => !isBusy(one) && one.state !== 'advised'),
    );
  if (isOver()) return undefined;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      // The page has drawn what the photos have answered.
      setTimeout(resolve);
    };
    const timer = setTimeout(end, ms);
    const stops = theirs.map((store) => store.subscribe(() => isOver() && end()));
  });
}
