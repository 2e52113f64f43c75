import type { Clock } from './parts.ts';

/** The system's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that can be moved on, for `APP_MODE=test`: the system's plus what was advanced. */
export function createTestClock(from: Clock = systemClock): Required<Clock> {
  let ahead = 0;
  return {
    now: () => from.now() + ahead,
    advance: (ms) => {
      ahead += Math.round(ms);
    },
  };
}
