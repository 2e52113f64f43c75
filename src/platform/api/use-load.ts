import { useCallback, useEffect, useState } from 'react';
import { api, ApiError, OfflineError } from './client.ts';

export type LoadError = ApiError | OfflineError;

export type Load<T> =
  | { status: 'loading' }
  | { status: 'failed'; error: LoadError }
  /** `isStale`: the last look at the server failed; this is what it said before. */
  | { status: 'ready'; data: T; isStale: boolean };

export interface LoadOptions {
  /** Looks again after so many ms, while the page is in view. */
  everyMs?: number;
}

interface Answer<T> {
  path: string;
  load: Load<T>;
}

/**
 * What the server says at a path. Looks again on `reload`, and by itself every so often where asked to; what was
 * shown stays while it looks. A programming error is thrown to the page's error boundary, not shown as the network's.
 */
export function useLoad<T>(
  path: string,
  { everyMs }: LoadOptions = {},
): { load: Load<T>; reload: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ path, load: { status: 'loading' } });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const show = (next: (before: Load<T> | undefined) => Load<T>) => {
      if (abort.signal.aborted) return;
      setAnswer((before) => ({ path, load: next(before.path === path ? before.load : undefined) }));
    };
    api.get<T>(path, { signal: abort.signal }).then(
      (data) => show(() => ({ status: 'ready', data, isStale: false })),
      (error: unknown) => {
        if (!(error instanceof ApiError) && !(error instanceof OfflineError)) {
          if (!abort.signal.aborted) {
            setAnswer(() => {
              throw error;
            });
          }
          return;
        }
        const isOffline = error instanceof OfflineError;
        show((before) =>
          isOffline && before?.status === 'ready'
            ? { ...before, isStale: true }
            : { status: 'failed', error },
        );
      },
    );
    return () => abort.abort();
  }, [path, round]);

  useEffect(() => {
    if (!everyMs) return undefined;
    const look = () => {
      if (document.visibilityState === 'visible') setRound((n) => n + 1);
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs]);

  const reload = useCallback(() => {
    setAnswer((before) =>
      before.load.status === 'failed' ? { path: before.path, load: { status: 'loading' } } : before,
    );
    setRound((n) => n + 1);
  }, []);

  return { load: answer.path === path ? answer.load : { status: 'loading' }, reload };
}

/** Whether the server said that nobody is signed in. */
export function isSignInNeeded(load: Load<unknown>): boolean {
  return (
    load.status === 'failed' && load.error instanceof ApiError && load.error.problem.status === 401
  );
}

/** Whether the server said that there is no such thing (or that it is somebody else's, which is the same answer). */
export function isNotFound(load: Load<unknown>): boolean {
  return (
    load.status === 'failed' && load.error instanceof ApiError && load.error.problem.status === 404
  );
}

/** Calls back once when the server says that nobody is signed in: a desk's session ends while its page stands open. */
export function useSignedOut(load: Load<unknown>, onSignedOut: () => void): void {
  const isSignedOut = isSignInNeeded(load);
  useEffect(() => {
    if (isSignedOut) onSignedOut();
  }, [isSignedOut, onSignedOut]);
}
