/** A point of an upright page, px. */
export interface TextPoint {
  x: number;
  y: number;
}

/** One line of text as a reader found it. */
export interface TextLine {
  text: string;
  /** For each character of `text` how sure the reader was, 0 to 1. */
  sure: readonly number[];
  /** For each character its place along the line, 0 to 1. */
  at: readonly number[];
  /** The mean of `sure`. */
  score: number;
  /** Corners: top left, top right, bottom right, bottom left. */
  quad: readonly [TextPoint, TextPoint, TextPoint, TextPoint];
}

/** All lines of a picture that was turned upright. */
export interface TextPage {
  /** px of the upright page. */
  width: number;
  height: number;
  /** Degrees clockwise by which the picture was turned. */
  rotation: 0 | 90 | 180 | 270;
  lines: readonly TextLine[];
}
