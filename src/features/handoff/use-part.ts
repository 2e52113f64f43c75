import { useCallback, useEffect, useState } from 'react';

/** A part of the page that comes when it is asked for. `failed`: there was no network for it; `again` tries once more. */
export interface Part<T> {
  part?: T;
  isFailed: boolean;
  again: () => void;
}

/** So long after the page has opened, ms, parts come by themselves: a tap finds them here, also without a network. */
const LATER_MS = 3000;

/** @param load stays the same function from one drawing to the next */
export function usePart<T>(load: () => Promise<T>, isWanted: boolean): Part<T> {
  const [part, setPart] = useState<{ it: T }>();
  const [isFailed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    const bring = () =>
      load().then(
        (it) => !isGone && setPart({ it }),
        // Brought ahead of time it may fail: it is asked for again when it is wanted.
        () => !isGone && isWanted && setFailed(true),
      );
    const timer = setTimeout(() => void bring(), isWanted ? 0 : LATER_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load, isWanted, round]);
  const again = useCallback(() => {
    setFailed(false);
    setRound((n) => n + 1);
  }, []);
  return { part: part?.it, isFailed, again };
}
