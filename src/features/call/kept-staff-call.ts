import type { ComponentType } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Call } from '#platform/call/call-view.ts';
import type { Recorder } from '#platform/call/record-staff.ts';

/** A call of a member of staff, which is no part of the page it was begun on. */
export interface KeptStaffCall {
  /** The conversation's. */
  id: string;
  /** Whom it is with. */
  name: string;
  call: Call;
  recorder: Recorder;
  /** Hangs up if need be, and lets everything go. */
  end: () => void;
}

/**
 * `away`: the call that goes on while its talk is not on the screen, so the strip is; nobody talks in two at once.
 * `Bar`: the strip itself, here once a call was on the screen, so that no other page brings what carries one.
 */
export const keptStaffCall = createStore<{ away?: KeptStaffCall; Bar?: ComponentType }>()(
  () => ({}),
);
