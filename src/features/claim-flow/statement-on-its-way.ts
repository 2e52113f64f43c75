import type { StoreApi } from 'zustand/vanilla';
import type { Draft } from '#domain/api/draft.ts';
import type { Flow } from '#domain/flow/types.ts';
import { isWithUs } from '#platform/upload/photo.ts';
import { asItIs } from '#platform/upload/queue-parts.ts';
import type { PhotoState } from './photo.ts';
import { photoStoreOf } from './photo-store.ts';

/** What is sent of a statement, and where it is; the same one for every page of the claim. */
export const statementStore = (
  draft: Draft,
  field: string,
  onAnswer: (ids: string[] | null) => void,
): StoreApi<PhotoState> => photoStoreOf({ draft, field, onAnswer, prepare: asItIs });

/** The statement of a kind of claim, where it has one. */
export function statementIn(
  flow: Flow,
  draft: Draft,
): { field: string; store: StoreApi<PhotoState> } | undefined {
  const found = Object.entries(flow.fields).find(([, spec]) => spec.kind === 'statement');
  if (!found) return undefined;
  const [field] = found;
  // The claim in hand keeps its answer.
  return { field, store: statementStore(draft, field, () => undefined) };
}

/** Whether one was taken that we do not have yet: sent without it, the claim would leave it behind. */
export const isOnItsWay = (store: StoreApi<PhotoState>): boolean =>
  store.getState().photos.some(({ state }) => !isWithUs(state) && state !== 'rejected');
