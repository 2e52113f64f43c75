/** A tab that holds a photo for so long, ms, and gets nowhere is asleep: another one takes it over. */
const STEAL_MS = 60_000;

const waitingSince = new Map<string, number>();

/**
 * Runs work that two tabs must not do at once, such as sending the same photo; at once where the browser has no locks
 * (the server's own key and hash make one of two then).
 * @returns false when another tab is at it: come again
 */
export async function doAlone(name: string, work: () => Promise<void>): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) {
    await work();
    return true;
  }
  const since = waitingSince.get(name);
  const isAsleep = since !== undefined && Date.now() - since > STEAL_MS;
  const how = isAsleep ? { steal: true } : { ifAvailable: true };
  const isDone = await locks.request(`silverlane ${name}`, how, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
  if (isDone) waitingSince.delete(name);
  else if (since === undefined) waitingSince.set(name, Date.now());
  return isDone;
}

/** This page, for as long as it is open. */
const PAGE = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
let isMarked = false;

/** A name for this page by which others can tell whether it is still open. */
export function thisPage(): string {
  const { locks } = navigator as { locks?: LockManager };
  if (locks && !isMarked) {
    isMarked = true;
    // Held until the page goes.
    void locks.request(`silverlane page ${PAGE}`, () => new Promise(() => undefined));
  }
  return PAGE;
}

/** Whether a page of that name is open: this one, or another tab. */
export async function isPageOpen(name: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (name === PAGE) return true;
  if (!locks) return false;
  return locks.request(
    `silverlane page ${name}`,
    { ifAvailable: true, mode: 'shared' },
    (lock) => lock === null,
  );
}

/** One thing after the other, in the order in which they were handed in. What fails does not stop the next one. */
export function createLine(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    last = last.then(work).catch(() => undefined);
    return last;
  };
}
