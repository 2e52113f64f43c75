import type { ComponentType } from 'react';
import { createStore } from 'zustand/vanilla';

/** The draft in hand: goes along when a person is asked for (H4). Features do not know each other; the app tells. */
export const helpContextStore = createStore<{
  draftId?: string;
  /** What stands at the top of every customer page; comes after the page has come alive. */
  Top?: ComponentType<{ path: string }>;
  /** Comes with the first call: the way back to one that goes on. */
  CallBar?: ComponentType;
}>()(() => ({}));
