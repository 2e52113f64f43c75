import { EventEmitter } from 'node:events';

/**
 * Tells waiters in this process that something was written. It carries no content and may be lost: whoever waits
 * reads the store again after a while anyway, which is also how several processes see each other's writes.
 */
export interface Hints {
  /** Call after the commit, never inside it. */
  notify(subject: string): void;
  /** Resolves at the next hint for the subject, after `ms`, on abort or on close, whichever comes first. */
  wait(subject: string, ms: number, signal?: AbortSignal): Promise<void>;
  /** Wakes everybody who waits, for good: a shutdown must not wait for a long poll. */
  close(): void;
  isClosed(): boolean;
}

export function createHints(): Hints {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let isClosed = false;
  return {
    notify: (subject) => void emitter.emit(`s:${subject}`),
    wait: (subject, ms, signal) =>
      new Promise((resolve) => {
        if (isClosed || signal?.aborted) return resolve();
        const done = () => {
          clearTimeout(timer);
          emitter.off(`s:${subject}`, done);
          emitter.off('close', done);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        emitter.on(`s:${subject}`, done);
        emitter.on('close', done);
        signal?.addEventListener('abort', done);
      }),
    close: () => {
      isClosed = true;
      emitter.emit('close');
    },
    isClosed: () => isClosed,
  };
}
