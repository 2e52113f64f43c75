import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { usePlayer, type Player } from './use-player.ts';
import './recording.css';

interface RecordedMediaProps {
  player: Player;
  url: string;
  isVideo: boolean;
  /** What the picture shows, for whoever does not see it. */
  label: string;
}

/** The picture of a recording, or nothing to be seen where it is sound alone. It has no buttons of its own. */
export function RecordedMedia({ player, url, isVideo, label }: RecordedMediaProps) {
  return (
    // One person speaks freely and nothing has written it down: there is no text to give (W-1.2.1 names alternatives).
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={player.ref}
      src={url}
      className={isVideo ? 'recording-picture' : 'recording-sound'}
      playsInline
      preload={url.startsWith('blob:') ? 'auto' : 'none'}
      onPause={player.onOver}
      onEnded={player.onOver}
      {...(isVideo ? { 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

export interface RecordingProps {
  url: string;
  isVideo: boolean;
  words: { play: string; stop: string; failed: string; picture: string };
  /** What else must be silent while it plays; gives what to do afterwards. */
  onBegin?: () => () => void;
}

/** A recording with one button that plays it and stops it. */
export function Recording({ url, isVideo, words, onBegin }: RecordingProps) {
  const player = usePlayer(url, onBegin);
  return (
    <div className="recording">
      <RecordedMedia player={player} url={url} isVideo={isVideo} label={words.picture} />
      <Button
        isWide
        icon={<Icon name={player.isPlaying ? 'stop' : 'play'} />}
        onPress={player.toggle}
      >
        {player.isPlaying ? words.stop : words.play}
      </Button>
      {player.hasFailed ? <p role="status">{words.failed}</p> : null}
    </div>
  );
}
