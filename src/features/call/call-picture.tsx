import { useStream } from '#ui/live-frame/use-stream.ts';

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
  const video = useStream(stream);
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
