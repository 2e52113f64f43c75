import { useEffect, useRef, useState, type RefObject } from 'react';

export interface Player {
  ref: RefObject<HTMLVideoElement | null>;
  isPlaying: boolean;
  /** It could not be played here: said, and never a reason to lose it. */
  hasFailed: boolean;
  toggle: () => void;
  /** It has come to its end, or was stopped. */
  onOver: () => void;
}

/**
 * Plays a recording and stops it, by a button of the page's own: the browser's are too small, and unlike on every phone.
 * @param onBegin what else must be silent meanwhile; gives what to do afterwards
 */
export function usePlayer(url: string | undefined, onBegin?: () => () => void): Player {
  const ref = useRef<HTMLVideoElement>(null);
  const onceOver = useRef<() => void>(undefined);
  const [isPlaying, setIsPlaying] = useState(false);
  const [failedUrl, setFailedUrl] = useState<string>();
  const over = () => {
    onceOver.current?.();
    onceOver.current = undefined;
    setIsPlaying(false);
  };
  // Another recording, or another page: what was silenced for this one may speak again.
  useEffect(
    () => () => {
      onceOver.current?.();
      onceOver.current = undefined;
    },
    [url],
  );
  return {
    ref,
    isPlaying,
    hasFailed: url !== undefined && failedUrl === url,
    onOver: over,
    toggle: () => {
      const player = ref.current;
      if (!player) return;
      if (isPlaying) {
        player.pause();
        return;
      }
      onceOver.current ??= onBegin?.();
      setIsPlaying(true);
      setFailedUrl(undefined);
      Promise.resolve(player.play()).catch(() => {
        over();
        setFailedUrl(url);
      });
    },
  };
}
