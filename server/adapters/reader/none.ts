import { NOTHING_READ, type Reader } from './reader.ts';

/** Reads nothing: for systems on which the reader does not run, and for tests. Every field is asked. */
export function createNoReader(): Reader {
  return {
    name: 'none',
    isDemo: false,
    state: () => 'none',
    figures: () => ({ waiting: 0, read: 0, failed: 0, seconds: 0 }),
    read: () => Promise.resolve(NOTHING_READ),
    close: () => undefined,
  };
}
