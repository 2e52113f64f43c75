import { useStore } from 'zustand';
import type { AdviceState } from './advice-state.ts';
import { createAdviser } from './adviser.ts';

let adviser: ReturnType<typeof createAdviser> | undefined;

function theAdviser(): ReturnType<typeof createAdviser> {
  adviser ??= createAdviser();
  return adviser;
}

/** Begins to notice and to advise: once, after the page has come alive. */
export function startAdvice(): void {
  theAdviser().start();
}

/** What is advised now, and what the person can do about it. */
export function useAdvice(): AdviceState {
  return useStore(theAdviser().store);
}
