import type { AgeBand } from '../lane/age.ts';

/** Waiting credit in ms: order is `enqueuedAt - creditMs`, so nobody is overtaken by more than it (handoff.md §5). */
export interface CreditRules {
  from60Ms: number;
  from80OrHardshipMs: number;
  /** For whom an agent was lost or who was handed on: they have waited before. */
  requeuedMs: number;
  /** For a call-back at the time that was chosen: a promised time is nearly kept. */
  callDueMs: number;
}

/** What holds where nothing else is set. */
export const defaultCredit: CreditRules = {
  from60Ms: 10 * 60_000,
  from80OrHardshipMs: 15 * 60_000,
  requeuedMs: 5 * 60_000,
  callDueMs: 10 * 60_000,
};

/** The credit of one person; unknown age counts as none and nothing is asked. */
export function creditOf(
  who: { ageBand: AgeBand; isInHardship: boolean },
  rules: CreditRules = defaultCredit,
): number {
  if (who.ageBand === '80plus' || who.isInHardship) return rules.from80OrHardshipMs;
  return who.ageBand === '60to79' ? rules.from60Ms : 0;
}
