/**
 * A browser opens six connections to one server where it speaks HTTP/1, and on a slow line each file holds one for a
 * second. One stays free of files, so that a tap for a person never stands behind them (H1).
 */
const FILES_AT_ONCE = 5;
/** Of a page that comes over one line for all at once, more than it ever has. */
const FILES_TOGETHER = 200;
/** A file that says neither that it came nor that it did not no longer holds up the others, ms. */
const PATIENCE_MS = 15_000;

let free: number | undefined;
const waiting: (() => void)[] = [];

function placesOf(): number {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return /^h[23]/.test(page?.nextHopProtocol ?? '') ? FILES_TOGETHER : FILES_AT_ONCE;
}

/** Does something that takes a connection for files as soon as one is free. */
export async function inTurn<T>(fetchFile: () => Promise<T>): Promise<T> {
  free ??= placesOf();
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  let isHeld = true;
  const giveBack = () => {
    if (!isHeld) return;
    isHeld = false;
    const next = waiting.shift();
    if (next) next();
    else free = (free ?? 0) + 1;
  };
  const timer = setTimeout(giveBack, PATIENCE_MS);
  try {
    return await fetchFile();
  } finally {
    clearTimeout(timer);
    giveBack();
  }
}
