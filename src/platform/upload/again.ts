/** ms: doubled up to the last. */
const FIRST_MS = 2000;
const LAST_MS = 60_000;

/**
 * Runs something again after a while, longer each time; at once when the signal comes back or the page is looked at
 * again. A phone does not always say that it is online again, so it is tried without a word too.
 */
export function createAgain(run: () => void): {
  soon: () => void;
  now: () => void;
  /** It worked: the next wait is a short one again. */
  reset: () => void;
  stop: () => void;
} {
  let ms = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    ms = FIRST_MS;
    run();
  };
  const onSeen = () => {
    if (document.visibilityState === 'visible') now();
  };
  globalThis.addEventListener?.('online', now);
  globalThis.addEventListener?.('pageshow', now);
  globalThis.document?.addEventListener('visibilitychange', onSeen);
  return {
    now,
    soon: () => {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        run();
      }, ms);
      ms = Math.min(ms * 2, LAST_MS);
    },
    reset: () => {
      ms = FIRST_MS;
    },
    stop: () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', now);
      globalThis.removeEventListener?.('pageshow', now);
      globalThis.document?.removeEventListener('visibilitychange', onSeen);
    },
  };
}
