import { useCallback, useEffect, useRef, useState } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import type { Load } from '#platform/api/use-load.ts';

/** The first look again after so many ms, each next one later by half, up to the last: news come early or after days. */
const FIRST_MS = 4_000;
const LAST_MS = 60_000;
const SLOWER = 1.5;

/** Nothing more comes by itself: looked at again only when the page comes back into view. */
const isSettled = ({ status }: Claim) => status === 'paid' || status === 'withdrawn';

/** Whether the server may say something else in a moment. */
const isPassing = (error: unknown) =>
  error instanceof OfflineError ||
  (error instanceof ApiError && (error.problem.status >= 500 || error.problem.status === 429));

export interface WatchedClaim {
  load: Load<Claim>;
  /** Looks now, and shows what it finds; what was shown stays while it looks. */
  refresh: () => Promise<void>;
}

/**
 * One claim as the server has it, looked at again by itself: soon at first, then ever more rarely, at once when the page
 * comes back into view or the network returns, and never while nobody sees the page. A look that fails takes nothing
 * from the screen. @param isWatched false: looked at once
 */
export function useClaim(id: string, isWatched = true): WatchedClaim {
  const [load, setLoad] = useState<Load<Claim>>({ status: 'loading' });
  const shown = useRef('');
  const isBusy = useRef(false);
  const isGone = useRef(false);
  const isOver = useRef(false);

  /** @returns whether something new was shown */
  const look = useCallback(async (): Promise<boolean> => {
    isBusy.current = true;
    try {
      const claim = await api.get<Claim>(`/api/claims/${encodeURIComponent(id)}`);
      const text = JSON.stringify(claim);
      const isNew = text !== shown.current;
      shown.current = text;
      isOver.current = isSettled(claim);
      if (!isGone.current) {
        // The same answer keeps the same object: nothing on the page is drawn again.
        setLoad((before) =>
          before.status === 'ready' && !isNew
            ? before.isStale
              ? { ...before, isStale: false }
              : before
            : { status: 'ready', data: claim, isStale: false },
        );
      }
      return isNew;
    } catch (error) {
      if (!(error instanceof ApiError) && !(error instanceof OfflineError)) {
        // A fault of ours is the error page's matter, not the network's.
        setLoad(() => {
          throw error;
        });
      } else if (!isGone.current) {
        setLoad((before) =>
          before.status === 'ready' && isPassing(error)
            ? { ...before, isStale: error instanceof OfflineError || before.isStale }
            : { status: 'failed', error },
        );
      }
      return false;
    } finally {
      isBusy.current = false;
    }
  }, [id]);

  useEffect(() => {
    isGone.current = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_MS;
    const lookAgain = async () => {
      if (document.visibilityState !== 'visible') return;
      if (isBusy.current) {
        plan();
        return;
      }
      const isNew = await look();
      wait = isNew ? FIRST_MS : Math.min(LAST_MS, wait * SLOWER);
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      if (isWatched && !isGone.current && !isOver.current)
        timer = setTimeout(() => void lookAgain(), wait);
    };
    const onReturn = () => {
      wait = FIRST_MS;
      void lookAgain();
    };
    void look().then(plan);
    if (isWatched) {
      document.addEventListener('visibilitychange', onReturn);
      addEventListener('focus', onReturn);
      addEventListener('online', onReturn);
    }
    return () => {
      isGone.current = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('focus', onReturn);
      removeEventListener('online', onReturn);
    };
  }, [look, isWatched]);

  const refresh = useCallback(async () => {
    setLoad((before) => (before.status === 'failed' ? { status: 'loading' } : before));
    await look();
  }, [look]);

  return { load, refresh };
}
