import type { CameraTrouble } from './camera.ts';

/** Pictures in a call. Each side's camera is its own choice, and off until it is tapped. */
export interface Sight {
  /** Our camera. `asking`: the device asks the person. */
  mine: 'off' | 'asking' | 'on';
  /** In `off`: why it is not on although it was tapped. */
  trouble?: CameraTrouble;
  /** Our own picture, in `on`. */
  own?: MediaStream;
  /** Whether the other side sees us. Absent: not known yet. */
  isSeen?: boolean;
  /** Theirs. `coming`: on, and not here yet. `late`: not here within the time; it may still come. */
  theirs: 'off' | 'coming' | 'shown' | 'late';
  picture?: MediaStream;
}

/** What staff say, as text at the customer's. */
export interface Captions {
  /** Somebody can write down what is said. */
  canHave: boolean;
  /** The customer reads along. */
  isWanted: boolean;
  /** Just now nothing can be written down. */
  isFailing: boolean;
  /** The last ones, the newest at the end. */
  lines: readonly { id: number; text: string }[];
}

export const nothingSeen: Sight = { mine: 'off', theirs: 'off' };
export const noCaptions: Captions = {
  canHave: false,
  isWanted: false,
  isFailing: false,
  lines: [],
};
/** So many lines of captions stay in sight: more would push what is to be tapped out of it. */
export const CAPTION_LINES = 3;
/** A caption is one clip's words; longer is no caption. Characters. */
export const CAPTION_LENGTH = 300;
