import { useEffect, useRef } from 'react';

interface CallPictureProps {
  /** What it is called for whoever cannot see it. */
  name: string;
  stream: MediaStream;
  /** One's own: as in a mirror. */
  isOwn?: boolean;
  /** Not here in time: it takes no room, and still shows itself if it comes. */
  isAway?: boolean;
  onSeen?: () => void;
}

/** A running picture of a call, without sound: that is heard by the call itself, whatever becomes of the picture. */
export function CallPicture({ name, stream, isOwn, isAway, onSeen }: CallPictureProps) {
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
  const look = () => {
    if (video.current && video.current.videoWidth > 0) onSeen?.();
  };
  return (
    <video
      ref={video}
      aria-label={name}
      className="call-picture"
      data-own={isOwn ? '' : undefined}
      data-away={isAway ? '' : undefined}
      muted
      playsInline
      autoPlay
      onLoadedData={look}
      onPlaying={look}
      onResize={look}
    />
  );
}
