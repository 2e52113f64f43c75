import { routes } from './routes.ts';

/** Brings the claim's code while the person reads the home page: nothing waits for it, nothing fails without it. */
export function prefetchClaim(): void {
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  later(() => {
    for (const route of routes) {
      // A failed prefetch is no loss: the page loads its code again when it is opened.
      if (route.path.startsWith('/claims/new')) route.load().catch(() => undefined);
    }
  });
}
