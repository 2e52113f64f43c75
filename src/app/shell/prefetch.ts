import { loadReading } from '#features/reading/read-aloud.tsx';
import { routes } from './routes.ts';

/** Brings the code of reading aloud and of the claim while the person looks at the first page: nothing waits for it, nothing fails without it. */
export function prefetchClaim(): void {
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  later(() => {
    // A phone lets a page speak only at once after a tap: what has to be fetched first comes too late.
    loadReading().catch(() => undefined);
    for (const route of routes) {
      // A failed prefetch is no loss: the page loads its code again when it is opened.
      if (route.path.startsWith('/claims/new')) route.load().catch(() => undefined);
    }
  });
}
