import { useEffect, useRef, type RefObject } from 'react';

/** A place that shows what a camera sends, from the moment it has it until another comes or it goes. */
export function useStream(stream: MediaStream): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (!shown) return undefined;
    shown.srcObject = stream;
    // Refused where the page is already gone: then there is nobody to show it to.
    shown.play()?.catch(() => undefined);
    return () => {
      shown.srcObject = null;
    };
  }, [stream]);
  return video;
}
