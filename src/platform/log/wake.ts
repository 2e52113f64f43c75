/** A clock that jumps by more than this, ms, was asleep. */
const JUMP_MS = 10_000;
const TICK_MS = 2000;
/** Several signs of one waking come within this, ms. */
const TOGETHER_MS = 250;

/**
 * Says when this page may have slept: it is looked at again, came out of the browser's keeping, has a network again, or
 * its clock has jumped. What was open before is then not to be trusted, whatever it says of itself.
 */
export function watchWake(hear: { wake: () => void; offline: () => void }): () => void {
  let last = Date.now();
  let wokenAt = 0;
  const wake = () => {
    last = Date.now();
    // One waking, several signs. A clock set back must not silence it.
    if (Math.abs(last - wokenAt) < TOGETHER_MS) return;
    wokenAt = last;
    hear.wake();
  };
  const look = () => {
    if (document.visibilityState === 'visible') wake();
  };
  // The first `pageshow` is the page's own start, which opens everything anyway.
  const show = (event: PageTransitionEvent) => {
    if (event.persisted) wake();
  };
  const tick = setInterval(() => {
    const now = Date.now();
    const hasJumped = now - last > TICK_MS + JUMP_MS;
    last = now;
    // A page in the background has its clock slowed on purpose; coming into view wakes it.
    if (hasJumped && document.visibilityState === 'visible') wake();
  }, TICK_MS);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('resume', wake);
  addEventListener('pageshow', show);
  addEventListener('online', wake);
  addEventListener('offline', hear.offline);
  return () => {
    clearInterval(tick);
    document.removeEventListener('visibilitychange', look);
    document.removeEventListener('resume', wake);
    removeEventListener('pageshow', show);
    removeEventListener('online', wake);
    removeEventListener('offline', hear.offline);
  };
}
