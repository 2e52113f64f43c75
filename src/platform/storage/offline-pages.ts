/** The path whose page is kept: the server sends the same one, without anybody's data, for every address of a claim. */
const PATH = '/claims';

const isAsset = (path: string) => path.startsWith('/assets/');

/** Every file that this page has loaded so far, by its path. */
function loadedAssets(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  return [...new Set(loaded.filter(isAsset))];
}

/**
 * Lets these pages be opened again without a signal, where the browser can (WeChat's may not: then a reload waits for a
 * signal, and the answers are there all the same). Runs when the page has nothing else to do; nothing waits for it.
 * @param load brings what later steps need, so that it is kept too
 */
export function keepPagesOffline(load: () => Promise<unknown>): void {
  if (!('serviceWorker' in navigator) || !globalThis.caches || import.meta.env.DEV) return;
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  const keep = async () => {
    // The list of what was loaded is short by default; a page of ours stays within this.
    performance.setResourceTimingBufferSize?.(1000);
    await load();
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep', assets: loadedAssets(), path: PATH });
  };
  // What cannot be kept now is kept with the next page.
  later(() => void keep().catch(() => undefined));
}
