/** What the server asks a process of its own. */
export interface Asked<Ask> {
  id: number;
  ask: Ask;
}

/** What the process says. */
export type Said<Answer> =
  | { kind: 'ready' }
  /** It cannot work on this system, now or later. */
  | { kind: 'none'; why: string }
  | { kind: 'done'; id: number; answer: Answer }
  /** Not done, and another process would not have done it either. */
  | { kind: 'failed'; id: number; why: string };
